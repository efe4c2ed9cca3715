package io.upline.client.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Stands between a service and PostgreSQL on this machine. Passes everything, or nothing, or all but the end of a
/// COMMIT.
public final class DatabaseProxy implements AutoCloseable {
    private final ServerSocket listener;
    private final int target;
    private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition opened = lock.newCondition();
    private final Map<CommitCut, Integer> cuts = new EnumMap<>(CommitCut.class);
    private boolean open = true;
    private volatile Supplier<CommitCut> chooser = () -> CommitCut.NONE;

    private DatabaseProxy(ServerSocket listener, int target) {
        this.listener = listener;
        this.target = target;
    }

    /// Listens on a free port and passes connections to the port `target`.
    public static DatabaseProxy to(int target) throws IOException {
        var proxy = new DatabaseProxy(new ServerSocket(0, 100, InetAddress.getLoopbackAddress()), target);
        Thread.ofVirtual().start(proxy::accept);
        return proxy;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                connect(listener.accept());
            } catch (IOException e) {
                // closed, or this one client is gone
            }
        }
    }

    /// While PostgreSQL is away, a client is sent away as it would be without a proxy.
    private void connect(Socket client) throws IOException {
        try {
            connections.add(ProxiedConnection.open(this, client, new Socket(InetAddress.getLoopbackAddress(), target)));
        } catch (IOException e) {
            client.close();
        }
    }

    /// Where it listens.
    public int port() {
        return listener.getLocalPort();
    }

    /// Asks `next` at every COMMIT what becomes of it.
    public void atCommit(Supplier<CommitCut> next) {
        chooser = next;
    }

    CommitCut nextCut() {
        var cut = chooser.get();
        lock.lock();
        try {
            cuts.merge(cut, 1, Integer::sum);
        } finally {
            lock.unlock();
        }
        return cut;
    }

    /// How many COMMITs ended in that way so far.
    public int cuts(CommitCut cut) {
        lock.lock();
        try {
            return cuts.getOrDefault(cut, 0);
        } finally {
            lock.unlock();
        }
    }

    /// From now on connections stay open, new ones are taken, and nothing passes in either direction.
    public void swallow() {
        lock.lock();
        try {
            open = false;
        } finally {
            lock.unlock();
        }
    }

    /// Passes again; what was held back comes first, as TCP would send it again.
    public void heal() {
        lock.lock();
        try {
            open = true;
            opened.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void passWhenOpen() {
        lock.lock();
        try {
            while (!open) {
                opened.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Ends all connections.
    public void cutAll() {
        List.copyOf(connections).forEach(ProxiedConnection::close);
    }

    void forget(ProxiedConnection connection) {
        connections.remove(connection);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        heal();
        cutAll();
    }
}
