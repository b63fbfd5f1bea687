package dev.quintet.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.kernel.validate.ValidationError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PasswordValidatorsTest {

    private final Map<String, String> owner = new LinkedHashMap<>();

    {
        owner.put("username", "stephane");
        owner.put("email address", "s.grappelli@quintette.example");
    }

    private List<String> codes(String password) {
        return PasswordValidators.standard().validate(password, owner).stream()
                .map(ValidationError::code)
                .toList();
    }

    @Test
    void letsAGoodPasswordPass() {
        assertThat(codes("correct horse battery staple")).isEmpty();
    }

    @Test
    void tellsAllReasonsAtOnce() {
        assertThat(codes("1234567"))
                .containsExactly(
                        "password_too_short", "password_too_common", "password_entirely_numeric");
    }

    @Test
    void refusesWhatIsLikeTheOwnersNames() {
        assertThat(PasswordValidators.standard().validate("Grappelli1", owner))
                .extracting(ValidationError::text)
                .containsExactly("The password is too similar to the email address.");
        assertThat(codes("enahpets!")).containsExactly("password_too_similar");
    }

    @Test
    void comparesLongTextsWithoutEnd() {
        assertThat(codes("ab".repeat(500_000))).isEmpty();
        owner.put("first name", "b ".repeat(100_000));
        assertThat(codes("a-good one")).isEmpty();
    }

    @Test
    void knowsCommonPasswordsInAnyCase() {
        assertThat(codes(" PassWord1 ")).containsExactly("password_too_common");
    }

    @Test
    void countsCharactersAndNotHalvesOfThem() {
        assertThat(new MinimumLengthValidator(8).validate("😀".repeat(7), Map.of()))
                .extracting(ValidationError::text)
                .isEqualTo("This password is too short. It must contain at least 8 characters.");
        assertThat(new MinimumLengthValidator(1).help())
                .isEqualTo("Your password must contain at least 1 character.");
    }

    @Test
    void knowsDigitsOfOtherScripts() {
        assertThat(new NumericPasswordValidator().validate("١٢٣٤", Map.of())).isNotNull();
        assertThat(new NumericPasswordValidator().validate("", Map.of())).isNull();
    }

    @Test
    void refusesALikenessThatAllHave() {
        assertThatThrownBy(() -> new SimilarityValidator(0.01))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
