package dev.quintet.bench.micro;

import dev.quintet.forms.BooleanField;
import dev.quintet.forms.CharField;
import dev.quintet.forms.ChoiceField;
import dev.quintet.forms.DateField;
import dev.quintet.forms.DecimalField;
import dev.quintet.forms.EmailField;
import dev.quintet.forms.Form;
import dev.quintet.forms.IntegerField;
import dev.quintet.forms.SlugField;
import dev.quintet.forms.TimeField;
import dev.quintet.forms.UrlField;
import dev.quintet.forms.widget.Choices;
import dev.quintet.forms.widget.FormData;
import dev.quintet.forms.widget.Textarea;
import dev.quintet.http.QueryParams;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// A form of 20 fields; `bench/django/forms.py` times the same one of Django.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class FormBench {

    /// What the form is bound to; two fields are refused.
    public static final QueryParams SUBMITTED =
            QueryParams.parse(
                    "first=Django&last=Reinhardt&email=django%40example.com&email2=nobody"
                            + "&site=https%3A%2F%2Fexample.com%2Fa%3Fb%3Dc&slug=nuages&street=Rue+1"
                            + "&city=Samois&zip=77920&country=b&age=43&children=2&price=12.50"
                            + "&born=1910-01-23&met=1934-12-02&starts=20%3A30&news=on"
                            + "&terms=on&note=%3Cb%3Elong%3C%2Fb%3E&count=many");

    private static final Choices<String> COUNTRIES =
            Choices.of("a", "Austria")
                    .and("b", "Belgium")
                    .and("c", "Croatia")
                    .and("d", "Denmark")
                    .and("f", "France");

    /// Twenty fields.
    public static final class Registration extends Form {
        public final CharField first = charField().maxLength(50);
        public final CharField last = charField().maxLength(50);
        public final EmailField email = emailField();
        public final EmailField email2 = emailField().helpText("Another one.");
        public final UrlField site = urlField().optional();
        public final SlugField slug = slugField();
        public final CharField street = charField().maxLength(100);
        public final CharField city = charField().maxLength(100);
        public final CharField zip = charField().minLength(4).maxLength(10);
        public final ChoiceField<String> country = choiceField(COUNTRIES);
        public final IntegerField age = integerField().min(0).max(150);
        public final IntegerField children = integerField().min(0).optional();
        public final DecimalField price = decimalField().digits(8).decimals(2);
        public final DateField born = dateField();
        public final DateField met = dateField().optional();
        public final TimeField starts = timeField();
        public final BooleanField news = booleanField().optional();
        public final BooleanField terms = booleanField();
        public final CharField note = charField().widget(new Textarea());
        public final IntegerField count = integerField();
    }

    /// Makes it, binds it, validates it.
    @Benchmark
    public boolean validate() {
        var form = new Registration();
        form.bind(FormData.of(SUBMITTED));
        return form.isValid();
    }

    /// Makes it, binds it, validates it, renders it with its errors.
    @Benchmark
    public String whole() {
        var form = new Registration();
        form.bind(FormData.of(SUBMITTED));
        return form.isValid() ? "" : form.asP().text();
    }
}
