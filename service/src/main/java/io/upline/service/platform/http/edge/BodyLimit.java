package io.upline.service.platform.http.edge;

import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Bounds a body that is read whole and whose length nobody told beforehand. A route that takes an [InputStream]
/// bounds what it reads itself.
@Provider
public class BodyLimit implements ReaderInterceptor {
    /// Longest body that is read whole.
    static final int BODY_BYTES = 1 << 20;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext reading) throws IOException {
        if (reading.getType() != InputStream.class) {
            reading.setInputStream(new Bounded(reading.getInputStream()));
        }
        return reading.proceed();
    }

    private static final class Bounded extends FilterInputStream {
        private long bytes;

        Bounded(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            var count = readOrRefuse(into, offset, length);
            bytes += Math.max(count, 0);
            if (bytes > BODY_BYTES) {
                throw Problem.of(
                        ProblemType.TOO_LARGE,
                        "The body is too large; at most %d bytes are read.".formatted(BODY_BYTES));
            }
            return count;
        }

        private int readOrRefuse(byte[] into, int offset, int length) {
            try {
                return in.read(into, offset, length);
            } catch (IOException e) {
                throw Problem.of(ProblemType.MALFORMED_REQUEST, "The body broke off.");
            }
        }
    }
}
