package dev.quintet.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.forms.widget.FormData;
import dev.quintet.forms.widget.HiddenInput;
import dev.quintet.forms.widget.Textarea;
import dev.quintet.kernel.validate.ValidationError;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FormTest {

    enum Shipping {
        POST,
        COURIER
    }

    /// The form of the north star.
    static final class Checkout extends Form {
        public final EmailField email = emailField();
        public final ChoiceField<Shipping> shipping =
                choiceField(Shipping.class).initial(Shipping.POST);
        public final DateField deliverOn = dateField().optional();

        @Override
        protected void clean() {
            if (shipping.value() == Shipping.COURIER && deliverOn.value() == null) {
                deliverOn.addError("A courier needs a date.");
            }
        }
    }

    private static Checkout checkout(Map<String, ? extends @Nullable Object> data) {
        var form = new Checkout();
        form.bind(data);
        return form;
    }

    @Test
    void givesTypedValues() {
        Checkout form =
                checkout(
                        Map.of(
                                "email", " ada@example.com ",
                                "shipping", "COURIER",
                                "deliverOn", "2026-12-24"));

        assertThat(form.isValid()).isTrue();
        String email = form.email.value();
        Shipping shipping = form.shipping.orThrow();
        LocalDate on = form.deliverOn.value();
        assertThat(email).isEqualTo("ada@example.com");
        assertThat(shipping).isEqualTo(Shipping.COURIER);
        assertThat(on).isEqualTo("2026-12-24");
    }

    @Test
    void attachesWhatIsWrongWithFieldsTogetherToOneOfThem() {
        Checkout form = checkout(Map.of("email", "ada@example.com", "shipping", "COURIER"));

        assertThat(form.isValid()).isFalse();
        assertThat(form.deliverOn.errors().messages()).containsExactly("A courier needs a date.");
        assertThat(form.nonFieldErrors().isEmpty()).isTrue();
    }

    @Test
    void hasNoErrorsAndNoValuesWhileItIsBoundToNothing() {
        var form = new Checkout();

        assertThat(form.isBound()).isFalse();
        assertThat(form.isValid()).isFalse();
        assertThat(form.errors().isEmpty()).isTrue();
        assertThat(form.email.value()).isNull();
        assertThatThrownBy(form.email::orThrow)
                .isInstanceOf(NoValueException.class)
                .hasMessageContaining("[forms.E001] The field 'email' has no value.");
    }

    @Test
    void takesNamesAndOrderFromTheJavaFields() {
        assertThat(new Checkout().fields())
                .extracting(FormField::name)
                .containsExactly("email", "shipping", "deliverOn");
        assertThat(new Checkout().deliverOn.label()).isEqualTo("Deliver on");
    }

    static final class Unnamed extends Form {
        Unnamed() {
            charField();
        }
    }

    static final class Dynamic extends Form {
        public final CharField first = charField();

        Dynamic(List<String> more) {
            more.forEach(name -> field(name, new CharField()).optional());
        }
    }

    @Test
    void refusesAFieldThatNobodyHolds() {
        assertThatThrownBy(() -> new Unnamed().fields())
                .isInstanceOf(FormDefinitionException.class)
                .hasMessageContaining("[forms.E004] A CharField of")
                .hasMessageContaining("public final CharField name = ...");
    }

    @Test
    void takesFieldsUnderNamesThatARunningProgramKnows() {
        var form = new Dynamic(List.of("answer_1", "answer_2"));
        form.fieldOrder(List.of("answer_2"));
        form.bind(Map.of("first", "x", "answer_2", "y"));

        assertThat(form.cleanedData().keySet()).containsExactly("answer_2", "first", "answer_1");
        assertThat(form.cleanedData()).containsEntry("answer_2", "y").containsEntry("answer_1", "");
        assertThatThrownBy(() -> form.get("answer_3"))
                .hasMessageContaining("[forms.E005] Dynamic has no field 'answer_3'.");
    }

    @Test
    void removesAFieldThatAVisitorMayNotSee() {
        var form = new Checkout();
        form.remove(form.deliverOn);
        form.bind(Map.of("email", "a@example.com", "shipping", "POST", "deliverOn", "2026-01-01"));

        assertThat(form.isValid()).isTrue();
        assertThat(form.cleanedData()).doesNotContainKey("deliverOn");
    }

    static final class Steps extends Form {
        public final CharField name =
                charField()
                        .cleaned(value ->
                                value == null ? null : value.toUpperCase(java.util.Locale.ROOT));
        public final CharField again =
                charField()
                        .cleaned(value -> {
                            if (!String.valueOf(value).equals(name.value())) {
                                again().addError("Not the same as " + name.value() + ".");
                            }
                            return value;
                        });

        private CharField again() {
            return again;
        }
    }

    @Test
    void runsTheLastStepOfAFieldBeforeTheNextField() {
        var form = new Steps();
        form.bind(Map.of("name", "ada", "again", "ada"));

        assertThat(form.name.value()).isEqualTo("ADA");
        assertThat(form.again.errors().messages()).containsExactly("Not the same as ADA.");
        assertThat(form.again.value()).isNull();
    }

    @Test
    void findsErrorsOnceHoweverOftenItIsAsked() {
        int[] calls = {0};
        var form =
                new Form() {
                    @Override
                    protected void clean() {
                        calls[0]++;
                        addError("Together wrong.");
                    }
                };
        form.bind(Map.of());

        assertThat(form.isValid()).isFalse();
        assertThat(form.isValid()).isFalse();
        assertThat(calls[0]).isEqualTo(1);
        assertThat(form.nonFieldErrors().messages()).containsExactly("Together wrong.");
    }

    @Test
    void tellsErrorsAsJsonTextAndHtmlWithUserDataEscaped() {
        var form = new Dynamic(List.of());
        form.bind(Map.of("first", "x"));
        form.addError("first", ValidationError.of("No %(value)s.", "bad").with("value", "<b>"));

        assertThat(form.errors().asJson())
                .isEqualTo("{\"first\":[{\"message\":\"No <b>.\",\"code\":\"bad\"}]}");
        assertThat(form.errors().asText()).isEqualTo("* first\n  * No <b>.");
        assertThat(form.errors().toHtml().text())
                .isEqualTo(
                        "<ul class=\"errorlist\"><li>first<ul class=\"errorlist\""
                                + " id=\"id_first_error\"><li>No &lt;b&gt;.</li></ul></li></ul>");
        assertThat(form.hasError("first", "bad")).isTrue();
        assertThat(form.hasError("first", "required")).isFalse();
    }

    @Test
    void countsAsFalseInATemplateWhereNothingIsWrong() {
        var page =
                dev.quintet.template.TemplateEngine.builder()
                        .build()
                        .fromString("{% if form.errors %}wrong{% else %}fine{% endif %}");
        var form =
                new Form() {
                    public final CharField name = charField();
                };

        assertThat(page.render(Map.of("form", form))).isEqualTo("fine");
        form.bind(Map.of("name", ""));
        assertThat(page.render(Map.of("form", form))).isEqualTo("wrong");
    }

    @Test
    void readsJsonByTheSameRules() {
        var values = new HashMap<String, @Nullable Object>();
        values.put("email", "nobody");
        values.put("shipping", "COURIER");
        values.put("deliverOn", 5L);
        Checkout form = checkout(values);

        assertThat(form.errors().asJson())
                .isEqualTo(
                        "{\"email\":[{\"message\":\"Enter a valid email address.\",\"code\":\"invalid\"}],"
                                + "\"deliverOn\":[{\"message\":\"Enter a valid date.\",\"code\":\"invalid\"},"
                                + "{\"message\":\"A courier needs a date.\",\"code\":\"invalid\"}]}");
    }

    static final class Mixed extends Form {
        public final DecimalField price = decimalField().initial(new BigDecimal("1.50"));
        public final BooleanField gift = booleanField().optional().initial(true);
        public final CharField note = charField().optional();
        public final CharField fixed = charField().disabled().initial("as it is");
    }

    @Test
    void knowsWhatChanged() {
        var form = new Mixed();
        form.bind(Map.of("price", "1.5", "gift", "on", "fixed", "hacked"));

        assertThat(form.hasChanged()).isFalse();

        form.bind(Map.of("price", "1.51", "note", "x"));

        assertThat(form.changedFields()).containsExactly("price", "gift", "note");
    }

    @Test
    void takesNothingForADisabledField() {
        var form = new Mixed();
        form.bind(Map.of("price", "1", "fixed", "hacked"));

        assertThat(form.isValid()).isTrue();
        assertThat(form.fixed.value()).isEqualTo("as it is");
    }

    @Test
    void tellsAChangeByTheHiddenInitialValueWhereAFieldSendsOne() {
        var form = new Dynamic(List.of());
        form.first.showHiddenInitial().initial("new on the server");
        form.bind(Map.of("first", "seen", "initial-first", "seen"));

        assertThat(form.hasChanged()).isFalse();
        assertThat(form.first.toHtml().text())
                .isEqualTo(
                        "<input type=\"text\" name=\"first\" value=\"seen\" required id=\"id_first\">"
                                + "<input type=\"hidden\" name=\"initial-first\" value=\"seen\""
                                + " id=\"initial-id_first\">");
    }

    @Test
    void keepsSeveralFormsOfAPageApartByTheirPrefixes() {
        var home = new Dynamic(List.of());
        var work = new Dynamic(List.of());
        home.prefix("home");
        work.prefix("work");
        FormData both = FormData.of(Map.of("home-first", "x", "work-first", ""));
        home.bind(both);
        work.bind(both);

        assertThat(home.isValid()).isTrue();
        assertThat(work.isValid()).isFalse();
        assertThat(work.first.toHtml().text())
                .contains("name=\"work-first\"", "id=\"id_work-first\"");
    }

    @Test
    void letsAnEmptyFormPassWhereThatIsPermitted() {
        var form = new Dynamic(List.of());
        form.emptyPermitted(true);
        form.bind(Map.of("first", ""));

        assertThat(form.isValid()).isTrue();
        assertThat(form.cleanedData()).isEmpty();
    }

    @Test
    void usesTheFormsOwnWordsForACode() {
        var form = new Dynamic(List.of());
        form.first
                .maxLength(2)
                .message("required", "Say it.")
                .message("max_length", "Only %(limit_value)d.");
        form.bind(Map.of("first", ""));
        assertThat(form.first.errors().messages()).containsExactly("Say it.");

        form.bind(Map.of("first", "long"));
        assertThat(form.first.errors().messages()).containsExactly("Only 2.");
    }

    @Test
    void neverBindsWhatIsNoFieldOfIt() {
        Checkout form =
                checkout(Map.of("email", "a@example.com", "shipping", "POST", "isAdmin", "on"));

        assertThat(form.cleanedData()).containsOnlyKeys("email", "shipping", "deliverOn");
    }

    static final class Hidden extends Form {
        public final CharField token = charField().widget(new HiddenInput());
        public final CharField note = charField().widget(new Textarea()).optional();
    }

    @Test
    void tellsOfHiddenFieldsAboveTheForm() {
        var form = new Hidden();
        form.bind(Map.of());

        assertThat(form.asDiv().text())
                .startsWith(
                        "<ul class=\"errorlist nonfield\"><li>(Hidden field token) This field is"
                                + " required.</li></ul>");
        assertThat(form.hiddenFields()).extracting(BoundField::name).containsExactly("token");
        assertThat(form.visibleFields()).extracting(BoundField::name).containsExactly("note");
    }
}
