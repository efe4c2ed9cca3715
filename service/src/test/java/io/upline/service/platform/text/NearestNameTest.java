package io.upline.service.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
    private static final List<String> KNOWN = List.of("user_id", "parent_id");

    @ParameterizedTest
    @CsvSource({
        "userid, 'did you mean \"user_id\"?'",
        "User_Id, 'did you mean \"user_id\"?'",
        "parent, 'did you mean \"parent_id\"?'",
        "colour, 'write one of: user_id, parent_id'",
        "'', 'write one of: user_id, parent_id'"
    })
    void theNearestIsMeantAndWithoutOneAllAreTold(String written, String hint) {
        assertThat(NearestName.hint(written, KNOWN)).isEqualTo(hint);
    }
}
