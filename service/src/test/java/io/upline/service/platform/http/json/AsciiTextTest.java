package io.upline.service.platform.http.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.upline.service.testing.Seeds;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Compared with what the JDK writes.
class AsciiTextTest {
    private static final int TIMES = 100_000;

    @Test
    void anIdIsWrittenAsTheJdkWritesIt() {
        var random = new Random(Seeds.next());
        for (int i = 0; i < TIMES; i++) {
            var id = new UUID(random.nextLong(), random.nextLong());
            assertThat(new AsciiText(0).add(id).text()).isEqualTo(id.toString());
        }
        assertThat(new AsciiText(0).add(new UUID(0, 0)).add(new UUID(-1, -1)).text())
                .isEqualTo(new UUID(0, 0) + "" + new UUID(-1, -1));
    }

    @Test
    void aNumberOfAnyLengthIsWrittenInDigits() {
        var random = new Random(Seeds.next());
        for (int i = 0; i < TIMES; i++) {
            var number = random.nextLong() >> random.nextInt(Long.SIZE);
            assertThat(new AsciiText(0).add(number).text()).isEqualTo(Long.toString(number));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 9, 10, -1, -10, Long.MAX_VALUE, Long.MIN_VALUE, 1_000_000_000_000_000_000L})
    void aNumberAtAnEdgeIsWrittenInDigits(long number) {
        assertThat(new AsciiText(0).add(number).text()).isEqualTo(Long.toString(number));
    }

    @Test
    void everyDayOfTheYearsWithFourDigitsIsWrittenAsTheJdkWritesIt() {
        var day = Instant.parse("0000-12-30T00:00:00Z").getEpochSecond() / 86_400;
        var end = Instant.parse("+10000-01-02T00:00:00Z").getEpochSecond() / 86_400;
        for (; day < end; day++) {
            var micros = day * 86_400_000_000L;
            requireSame(micros);
            requireSame(micros - 1);
        }
    }

    @Test
    void aTimeIsWrittenAsTheJdkWritesIt() {
        var random = new Random(Seeds.next());
        for (int i = 0; i < TIMES; i++) {
            var micros = random.nextLong() >> random.nextInt(Long.SIZE);
            requireSame(micros);
            requireSame(micros - micros % 1_000);
            requireSame(micros - micros % 1_000_000);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 1_000, -1_000, 999_999, 1_000_000, -1_000_000, Long.MAX_VALUE, Long.MIN_VALUE})
    void aTimeAtAnEdgeIsWrittenAsTheJdkWritesIt(long micros) {
        requireSame(micros);
    }

    private static void requireSame(long micros) {
        var text = new AsciiText(0).addTime(micros).text();
        if (!text.equals(Json.time(micros))) {
            assertThat(text).isEqualTo(Json.time(micros));
        }
    }

    @Test
    void piecesFollowEachOther() {
        var text = new AsciiText(3)
                .add(AsciiText.constant("[1,"))
                .add(true)
                .add(',')
                .add(false);
        assertThat(text.add(',').addNull().add(']').bytes()).asString().isEqualTo("[1,true,false,null]");
    }

    @Test
    void twoTextsAtOnceAndOneAfterAnotherShareNothing() {
        var one = new AsciiText(100).add(AsciiText.constant("one"));
        var other = new AsciiText(100).add(AsciiText.constant("other"));
        var third = one.bytes();
        assertThat(new AsciiText(100).add(true).text()).isEqualTo("true");
        assertThat(third).asString().isEqualTo("one");
        assertThat(other.text()).isEqualTo("other");
    }
}
