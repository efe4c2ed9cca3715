package io.upline.service.platform.http.edge;

/// The routes whose bodies are read as they come in, however long they are.
final class Streams {
    private static final String IMPORT = "/mlm/members/import";

    private Streams() {}

    static boolean isStreamed(String path) {
        return path.equals(IMPORT) || path.equals(IMPORT + "/");
    }
}
