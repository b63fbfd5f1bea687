package dev.quintet.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.kernel.validate.DecimalValidator;
import dev.quintet.kernel.validate.EmailValidator;
import dev.quintet.kernel.validate.FileExtensionValidator;
import dev.quintet.kernel.validate.ImageContentValidator;
import dev.quintet.kernel.validate.IntegerTextValidator;
import dev.quintet.kernel.validate.IpAddressValidator;
import dev.quintet.kernel.validate.MaxLengthValidator;
import dev.quintet.kernel.validate.MaxValueValidator;
import dev.quintet.kernel.validate.MinValueValidator;
import dev.quintet.kernel.validate.RegexValidator;
import dev.quintet.kernel.validate.SlugValidator;
import dev.quintet.kernel.validate.StepValueValidator;
import dev.quintet.kernel.validate.UrlValidator;
import dev.quintet.kernel.validate.ValidationError;
import dev.quintet.kernel.validate.Validator;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaSourceTest {

    @TempDir private Path folder;

    @Test
    void writesValidatorsAsTheyAreMade() {
        var source = new JavaSource();

        assertThat(source.expression(List.of(new MaxLengthValidator(200), new SlugValidator())))
                .isEqualTo("List.of(new MaxLengthValidator(200), new SlugValidator(false))");
        assertThat(source.imports())
                .containsExactly(
                        "dev.quintet.kernel.validate.MaxLengthValidator",
                        "dev.quintet.kernel.validate.SlugValidator",
                        "java.util.List");
    }

    @Test
    void refusesWhatNoExpressionMakes() {
        Validator<String> lambda = text -> null;

        assertThatThrownBy(() -> new JavaSource().expression(lambda))
                .isInstanceOf(TextException.class)
                .hasMessageContaining("public record");
    }

    @Test
    void javaReadsTheSameValues() throws Exception {
        List<Object> values =
                new ArrayList<>(
                        List.of(
                                "quote \" backslash \\u0041 \n\t é 😀 \u202E \0",
                                '\'',
                                -1,
                                Long.MIN_VALUE,
                                0.1,
                                Double.NEGATIVE_INFINITY,
                                1.5f,
                                true,
                                new BigDecimal("1.50"),
                                new BigInteger("-12345678901234567890"),
                                LocalDate.of(2024, 2, 29),
                                Instant.EPOCH,
                                Duration.ofMinutes(90),
                                new UUID(1, 2),
                                Set.of("b", "a"),
                                Map.of("a", List.of(1, 2)),
                                new MaxValueValidator<>(new BigDecimal("9.99")),
                                new MinValueValidator<>(3),
                                new StepValueValidator(5, 1),
                                new DecimalValidator(8, 2),
                                new EmailValidator(Set.of("intranet")),
                                new UrlValidator(List.of("https")),
                                new IpAddressValidator(IpAddressValidator.Protocol.IPV4),
                                IntegerTextValidator.commaSeparated(),
                                FileExtensionValidator.images(),
                                new ImageContentValidator(),
                                new RegexValidator(
                                        Pattern.compile("^\\d+\\z", Pattern.CASE_INSENSITIVE),
                                        true,
                                        ValidationError.of("No.", "no")),
                                new SlugValidator().saying("No slug.")));

        assertThat(compiled(values)).isEqualTo(values);
    }

    /// What `new Object[] {...}` of all these expressions holds, by the compiler.
    private List<Object> compiled(List<Object> values) throws Exception {
        var source = new JavaSource();
        String expressions = String.join(",\n", values.stream().map(source::expression).toList());
        var code = new StringBuilder();
        source.imports().forEach(name -> code.append("import ").append(name).append(";\n"));
        code.append("public class Made { public static Object[] all() { return new Object[] {\n")
                .append(expressions)
                .append("}; } }\n");
        Path file = Files.writeString(folder.resolve("Made.java"), code);
        compile(file);
        try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            Object made = loader.loadClass("Made").getMethod("all").invoke(null);
            return Arrays.asList((Object[]) made);
        }
    }

    private static void compile(Path file) throws URISyntaxException {
        URI classes = JavaSource.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        int result =
                ToolProvider.findFirst("javac")
                        .orElseThrow()
                        .run(
                                System.out,
                                System.err,
                                "-proc:none",
                                "-cp",
                                Path.of(classes).toString(),
                                file.toString());
        assertThat(result).isZero();
    }
}
