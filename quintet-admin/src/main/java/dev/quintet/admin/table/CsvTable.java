package dev.quintet.admin.table;

import static dev.quintet.kernel.i18n.Gettext.gettext;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Comma-separated values. The apostrophe that an export puts before what a spreadsheet would take
/// for a formula is taken off.
final class CsvTable {

    private static final String FORMULA = "=+-@\t\r";

    private CsvTable() {}

    private static boolean formula(String text, int at) {
        return text.length() > at && FORMULA.indexOf(text.charAt(at)) >= 0;
    }

    static List<TableRow> read(InputStream in, int most) throws IOException, TableException {
        Reader text =
                new InputStreamReader(
                        in,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT));
        var rows = new ArrayList<TableRow>();
        try (CsvReader<CsvRecord> csv =
                CsvReader.builder()
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(text)) {
            List<String> names = null;
            for (CsvRecord line : csv) {
                if (names == null) {
                    names = TableNames.of(line.getFields());
                } else {
                    rows.add(row(names, line));
                    TableNames.refuseMore(rows.size(), most);
                }
            }
            if (names == null) {
                throw new TableException(gettext("The file is empty."));
            }
        } catch (CsvParseException | UncheckedIOException broken) {
            throw wrong(broken);
        }
        return rows;
    }

    private static TableException wrong(RuntimeException broken) {
        return broken.getCause() instanceof CharacterCodingException
                ? new TableException(gettext("The file is not in UTF-8."), broken)
                : new TableException(
                        gettext("The file is no table of comma-separated values: %s")
                                .formatted(broken.getMessage()),
                        broken);
    }

    private static TableRow row(List<String> names, CsvRecord line) throws TableException {
        int number = Math.toIntExact(line.getStartingLineNumber());
        if (line.getFieldCount() != names.size()) {
            throw new TableException(
                    gettext("Line %s has %s values, and the first line names %s.")
                            .formatted(number, line.getFieldCount(), names.size()));
        }
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < names.size(); i++) {
            String value = line.getField(i);
            boolean guarded = value.startsWith("'") && formula(value, 1);
            values.put(names.get(i), guarded ? value.substring(1) : value);
        }
        return new TableRow(number, values);
    }
}
