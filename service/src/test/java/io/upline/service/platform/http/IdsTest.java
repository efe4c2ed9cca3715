package io.upline.service.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
    @Test
    void anIdIsReadInEitherCase() {
        var id = UUID.fromString("abcdef01-2345-4678-9abc-def012345678");
        assertThat(Ids.parse(id.toString())).contains(id);
        assertThat(Ids.parse("ABCDEF01-2345-4678-9ABC-DEF012345678")).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "+0000001-0000-0000-0000-000000000001",
                "\uff10bcdef01-2345-4678-9abc-def012345678",
                "abcdef01-2345-4678-9abc-def01234567",
                "abcdef01-2345-4678-9abc-def0123456789",
                "abcdef0102345-4678-9abc-def012345678",
                "gbcdef01-2345-4678-9abc-def012345678"
            })
    void whatOnlyLooksLikeAnIdIsNone(String text) {
        assertThat(Ids.parse(text)).isEmpty();
    }
}
