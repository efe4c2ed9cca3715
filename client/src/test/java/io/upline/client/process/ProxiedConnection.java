package io.upline.client.process;

import io.upline.client.process.FrontendMessages.Message;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;

/// One connection through the proxy, with a thread for each direction.
final class ProxiedConnection {
    private static final int CHUNK_BYTES = 65_536;

    private final DatabaseProxy proxy;
    private final Socket client;
    private final Socket server;
    /// What becomes of the next answer; set before that which it answers is passed on.
    private volatile CommitCut answerTo = CommitCut.NONE;

    private ProxiedConnection(DatabaseProxy proxy, Socket client, Socket server) {
        this.proxy = proxy;
        this.client = client;
        this.server = server;
    }

    static ProxiedConnection open(DatabaseProxy proxy, Socket client, Socket server) {
        var connection = new ProxiedConnection(proxy, client, server);
        Thread.ofVirtual().start(connection::passRequests);
        Thread.ofVirtual().start(connection::passAnswers);
        return connection;
    }

    private void passRequests() {
        try {
            var messages = new FrontendMessages(client.getInputStream());
            var out = new BufferedOutputStream(server.getOutputStream());
            for (var message = messages.next(); message.isPresent(); message = messages.next()) {
                proxy.passWhenOpen();
                if (!pass(message.get(), out)) {
                    return;
                }
                if (!messages.hasMore()) {
                    out.flush();
                }
            }
        } catch (IOException e) {
            // one end is gone; so goes the other
        }
        close();
    }

    /// Passes a message on, and settles what becomes of its answer.
    ///
    /// @return false when nothing passes any more
    private boolean pass(Message message, OutputStream out) throws IOException {
        var cut = message.commits() ? proxy.nextCut() : CommitCut.NONE;
        if (cut != CommitCut.NONE) {
            answerTo = cut;
        }
        return switch (cut) {
            case NONE, DONE, DONE_IN_SILENCE -> {
                out.write(message.bytes().array());
                yield true;
            }
            case LOST -> {
                close();
                yield false;
            }
            case LOST_IN_SILENCE -> false;
        };
    }

    private void passAnswers() {
        try {
            var in = server.getInputStream();
            var out = client.getOutputStream();
            var chunk = new byte[CHUNK_BYTES];
            for (var length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                proxy.passWhenOpen();
                if (answerTo != CommitCut.NONE) {
                    break;
                }
                out.write(chunk, 0, length);
            }
        } catch (IOException e) {
            // one end is gone; so goes the other
        }
        if (!isSilent()) {
            close();
        }
    }

    private boolean isSilent() {
        return switch (answerTo) {
            case NONE, LOST, DONE -> false;
            case LOST_IN_SILENCE, DONE_IN_SILENCE -> true;
        };
    }

    /// Ends both sides; a second time does nothing.
    void close() {
        proxy.forget(this);
        try (client;
                server) {
            answerTo = CommitCut.LOST;
        } catch (IOException e) {
            // gone already
        }
    }
}
