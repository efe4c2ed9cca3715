package io.upline.bench;

/// Measures the heap that a member takes: used heap after garbage collection, with a random network minus without.
///
/// Usage: `java -cp upline-bench.jar io.upline.bench.HeapPerMember 1000000 10000000`
public final class HeapPerMember {
    private static final int WIDTH = 3;
    private static final int COLLECTIONS = 4;

    private HeapPerMember() {}

    /// Measures networks of the given numbers of members.
    public static void main(String[] arguments) {
        for (String argument : arguments) {
            measure(Integer.parseInt(argument));
        }
    }

    private static void measure(int members) {
        long before = usedHeapBytes();
        long started = System.nanoTime();
        GrowingNetwork network = GrowingNetwork.of(members, WIDTH, SponsorChoice.RANDOM);
        double seconds = (System.nanoTime() - started) / 1e9;
        long used = usedHeapBytes() - before;
        // Asked after measuring, so that the network is still there.
        int counted = network.genealogy().members();
        System.out.printf(
                "%,d members: %,d bytes, %.1f bytes per member, built in %.1f s%n",
                counted, used, (double) used / counted, seconds);
    }

    private static long usedHeapBytes() {
        Runtime runtime = Runtime.getRuntime();
        for (int collection = 0; collection < COLLECTIONS; collection++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
