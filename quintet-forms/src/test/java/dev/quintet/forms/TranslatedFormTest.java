package dev.quintet.forms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.i18n.Language;
import dev.quintet.kernel.i18n.LanguageSettings;
import dev.quintet.kernel.i18n.Translations;
import dev.quintet.kernel.settings.Settings;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a form says is said in the visitor's language, when it is read.
class TranslatedFormTest {

    static final class Booking extends Form {
        public final CharField name = charField();
        public final DateField day = dateField();
        public final IntegerField seats = integerField();
        public final UuidField code = uuidField();
        public final DecimalField price = decimalField().digits(4).decimals(2);
        public final FileField paper = fileField();
        public final SplitDateTimeField begins = splitDateTimeField();
    }

    private static final Context GERMAN =
            Context.of(new Settings(), Apps.of(List.of()), Clock.systemUTC())
                    .with(
                            Translations.KEY,
                            Translations.beside(Form.class)
                                    .over(Translations.beside(LanguageSettings.class)))
                    .with(Language.KEY, Language.of("de"));

    @Test
    void refusesInTheVisitorsLanguage() {
        Map<String, Object> bad =
                Map.of("day", "x", "seats", "x", "code", "x", "price", "12345", "begins_0", "x");

        GERMAN.run(() -> {
            var form = new Booking();
            form.bind(bad);
            for (FormField<?, ?> field : form.fields()) {
                assertThat(field.errors().messages())
                        .as(field.plainName())
                        .isNotEmpty()
                        .noneMatch(said -> said.matches("(Enter|This|Ensure|No file).*"));
            }
            assertThat(form.begins.toHtml().text())
                    .contains("aria-label=\"Datum\"", "aria-label=\"Uhrzeit\"");
        });
    }
}
