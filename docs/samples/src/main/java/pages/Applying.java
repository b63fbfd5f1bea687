package pages;

import static dev.quintet.web.Shortcuts.redirect;

import dev.quintet.forms.BooleanField;
import dev.quintet.forms.CharField;
import dev.quintet.forms.EmailField;
import dev.quintet.forms.FileField;
import dev.quintet.forms.Form;
import dev.quintet.web.WizardStep;
import dev.quintet.web.WizardView;
import java.util.ArrayList;
import java.util.List;

final class Applying {

    static final List<String> RECEIVED = new ArrayList<>();

    public static final class PersonForm extends Form {
        public final CharField name = charField().maxLength(80);
        public final EmailField email = emailField();
        public final BooleanField plays = booleanField().optional();
    }

    public static final class InstrumentForm extends Form {
        public final CharField instrument = charField();
    }

    public static final class PapersForm extends Form {
        public final FileField letter = fileField().extensions("pdf").maxSize(2_000_000);
    }

    static final WizardStep<PersonForm> PERSON = WizardStep.of("person", PersonForm::new);
    static final WizardStep<InstrumentForm> INSTRUMENT =
            WizardStep.of("instrument", InstrumentForm::new)
                    .label("Your instrument")
                    .when(answers -> answers.form(PERSON).plays.orThrow());
    static final WizardStep<PapersForm> PAPERS = WizardStep.of("papers", PapersForm::new);

    static final WizardView APPLY =
            WizardView.of("apply", "pages/apply.html", PERSON, INSTRUMENT, PAPERS)
                    .files("private")
                    .done((request, answers) -> {
                        receive(
                                answers.form(PERSON).name.orThrow(),
                                answers.find(INSTRUMENT)
                                        .map(form -> form.instrument.orThrow())
                                        .orElse("none"),
                                answers.form(PAPERS).letter.orThrow().name());
                        return redirect("thanks");
                    });

    private Applying() {}

    private static void receive(String name, String instrument, String letter) {
        RECEIVED.add(name + ", " + instrument + ", " + letter);
    }
}
