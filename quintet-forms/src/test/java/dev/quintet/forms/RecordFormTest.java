package dev.quintet.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordFormTest {

    enum Plan {
        FREE,
        PAID
    }

    record Signup(
            @Email String email,
            @Size(min = 2, max = 40) String name,
            @Min(18) int age,
            Plan plan,
            boolean news,
            @Past @Nullable LocalDate born) {}

    @Test
    void makesTheRecord() {
        var form = RecordForm.of(Signup.class);
        form.bind(Map.of("email", "a@example.com", "name", "Ada", "age", "36", "plan", "PAID"));

        assertThat(form.record())
                .isEqualTo(new Signup("a@example.com", "Ada", 36, Plan.PAID, false, null));
    }

    @Test
    void readsTheRulesOfItsAnnotations() {
        var form = RecordForm.of(Signup.class);
        form.bind(
                Map.of(
                        "email",
                        "a",
                        "name",
                        "A",
                        "age",
                        "17",
                        "plan",
                        "NONE",
                        "born",
                        "2999-01-01"));

        assertThat(form.errors().names()).containsExactly("email", "name", "age", "plan", "born");
        assertThat(form.get("name").toHtml().text()).contains("maxlength=\"40\" minlength=\"2\"");
        assertThatThrownBy(form::record).hasMessageContaining("[forms.E016]");
    }

    record Odd(List<String> words) {}

    @Test
    void refusesAComponentThatNoFieldGives() {
        assertThatThrownBy(() -> RecordForm.of(Odd.class))
                .isInstanceOf(FormDefinitionException.class)
                .hasMessageContaining("[forms.E015] The component 'words' of");
    }
}
