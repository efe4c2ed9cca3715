package io.upline.bench.load.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SecretTest {
    private final Random random = new Random(1);

    @Test
    void exactlyTheBeginningOfAWrongSecretIsRight() {
        for (int right = 0; right < Secret.RIGHT.length(); right++) {
            var first = right;
            var wrong = Secret.wrongAfter(right, random);
            assertThat(wrong).hasSameSizeAs(Secret.RIGHT).startsWith(Secret.RIGHT.substring(0, right));
            assertThat(IntStream.range(0, wrong.length())
                            .filter(i -> (wrong.charAt(i) == Secret.RIGHT.charAt(i)) != (i < first)))
                    .isEmpty();
        }
    }

    @Test
    void theHashIsThatOfAnyOtherProgram() {
        assertThat(Secret.hash("test")).isEqualTo("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
    }
}
