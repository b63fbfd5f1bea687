package dev.quintet.conformance.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.conformance.Tagged;
import dev.quintet.kernel.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds the interpreter against what Python itself said (`record-python.py`).
class InterpreterTest {

    private static final Tagged TAGGED =
            Tagged.STANDARD.with("$tuple", (value, _, tagged) -> Tuple.copyOf(tagged.list(value)));

    record Example(Map<?, ?> fields) {

        @Override
        public String toString() {
            return (String) fields.get("python");
        }
    }

    static Stream<Example> examples() throws IOException {
        try (InputStream file = InterpreterTest.class.getResourceAsStream("python-cases.jsonl")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(line -> new Example((Map<?, ?>) Json.parse(line)))
                            .toList()
                            .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void saysWhatPythonSays(Example example) {
        Map<String, Object> names = new HashMap<>(Builtins.names());
        names.putAll(TimeTypes.names());
        var interpreter = new Interpreter(TAGGED::decode);
        var body = (List<?>) example.fields.get("ast");
        if (example.fields.containsKey("error")) {
            assertThatThrownBy(() -> interpreter.run(body, Variables.of(names)))
                    .isInstanceOfSatisfying(
                            PythonError.class,
                            error ->
                                    assertThat(error.type())
                                            .isEqualTo(example.fields.get("error")));
            return;
        }
        Object expected = TAGGED.decode(example.fields.get("result"));
        Object got = interpreter.run(body, Variables.of(names));
        assertThat(Values.equal(got, expected))
                .as("%s%n  expected %s%n  got      %s", example, expected, Texts.debug(got))
                .isTrue();
    }
}
