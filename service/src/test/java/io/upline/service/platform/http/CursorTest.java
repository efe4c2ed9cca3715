package io.upline.service.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A cursor is taken as it was given out, and in no other way.
class CursorTest {
    private static final String LIST = "history:16fd2706-8baf-433b-82eb-8c7fada847da";
    private static final String CURSOR = Cursor.after(LIST, "1204");
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    @ParameterizedTest
    @ValueSource(strings = {"1204", "", "16fd2706-8baf-433b-82eb-8c7fada847da 3 -1", "ä\n"})
    void itNamesTheItemThatItWasMadeFor(String last) {
        assertThat(Cursor.read(LIST, Cursor.after(LIST, last))).hasValue(last);
    }

    @Test
    void withoutOneTheListBegins() {
        assertThat(Cursor.read(LIST, null)).isEmpty();
        assertThat(Cursor.read(LIST, "")).isEmpty();
    }

    @Test
    void itIsGoodForNoOtherList() {
        refused(() -> Cursor.read("downline:16fd2706-8baf-433b-82eb-8c7fada847da", CURSOR));
        refused(() -> Cursor.read(LIST + "\n1204", Cursor.after(LIST, "1204")));
        refused(() -> Cursor.read("a\nb", Cursor.after("a", "b\nc")));
    }

    /// Also the bits that the last letter has beyond the last byte.
    @Test
    void oneWithAnotherLetterIsRefused() {
        for (int at = 0; at < CURSOR.length(); at++) {
            for (int letter = 0; letter < LETTERS.length(); letter++) {
                var damaged = new StringBuilder(CURSOR);
                damaged.setCharAt(at, LETTERS.charAt(letter));
                if (!damaged.toString().equals(CURSOR)) {
                    refused(() -> Cursor.read(LIST, damaged.toString()));
                }
            }
        }
    }

    @Test
    void oneThatWasCutOffIsRefused() {
        for (int length = 1; length < CURSOR.length(); length++) {
            var start = CURSOR.substring(0, length);
            var end = CURSOR.substring(CURSOR.length() - length);
            refused(() -> Cursor.read(LIST, start));
            refused(() -> Cursor.read(LIST, end));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"=", "A", "AAAA", " ", "%", "ä", "\0"})
    void oneWithMoreThanItHadIsRefused(String more) {
        refused(() -> Cursor.read(LIST, CURSOR + more));
        refused(() -> Cursor.read(LIST, more + CURSOR));
        refused(() -> Cursor.read(LIST, more));
    }

    private static void refused(ThrowingCallable reading) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(reading)
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(ProblemType.MALFORMED_REQUEST))
                .withMessageContaining("start again without one");
    }
}
