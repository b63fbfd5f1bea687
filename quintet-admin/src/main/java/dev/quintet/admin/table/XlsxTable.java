package dev.quintet.admin.table;

import static dev.quintet.kernel.i18n.Gettext.gettext;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/// A workbook of one sheet. Text is written as text, so nothing in it is a formula.
final class XlsxTable {

    private static final int FLUSHED = 500;

    /// So many digits a number of a spreadsheet has; a longer one is kept as text.
    private static final int EXACT = 15;

    private XlsxTable() {}

    static void write(
            OutputStream out,
            List<String> names,
            Stream<? extends List<? extends @Nullable Object>> rows)
            throws IOException {
        try (rows;
                var workbook = new Workbook(out, "Quintet", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("rows");
            for (int i = 0; i < names.size(); i++) {
                sheet.value(0, i, names.get(i));
                sheet.style(0, i).bold().set();
            }
            sheet.freezePane(0, 1);
            int number = 0;
            for (List<?> row : (Iterable<List<?>>) rows.<List<?>>map(it -> it)::iterator) {
                number++;
                for (int i = 0; i < row.size(); i++) {
                    value(sheet, number, i, row.get(i));
                }
                if (number % FLUSHED == 0) {
                    sheet.flush();
                }
            }
        }
    }

    private static void value(Worksheet sheet, int row, int column, @Nullable Object value) {
        switch (value) {
            case null -> {
                // An empty cell.
            }
            case BigDecimal number when number.precision() > EXACT ->
                    sheet.value(row, column, number.toPlainString());
            case Number number -> sheet.value(row, column, number);
            case Boolean truth -> sheet.value(row, column, truth);
            default -> sheet.value(row, column, value.toString());
        }
    }

    static List<TableRow> read(InputStream in, int most) throws TableException {
        var rows = new ArrayList<TableRow>();
        try (var workbook = new ReadableWorkbook(in);
                Stream<Row> lines = workbook.getFirstSheet().openStream()) {
            List<String> names = null;
            for (Row line : (Iterable<Row>) lines::iterator) {
                if (names == null) {
                    names = TableNames.of(texts(line, line.getCellCount()));
                } else {
                    rows.add(row(names, line));
                    TableNames.refuseMore(rows.size(), most);
                }
            }
            if (names == null) {
                throw new TableException(gettext("The file is empty."));
            }
        } catch (ExcelReaderException | IllegalStateException | IOException broken) {
            throw new TableException(gettext("The file is no workbook of Excel."), broken);
        }
        return rows;
    }

    private static TableRow row(List<String> names, Row line) {
        List<String> texts = texts(line, names.size());
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < names.size(); i++) {
            values.put(names.get(i), texts.get(i));
        }
        return new TableRow(line.getRowNum(), values);
    }

    private static List<String> texts(Row line, int columns) {
        var texts = new ArrayList<String>();
        for (int i = 0; i < columns; i++) {
            texts.add(line.getOptionalCell(i).map(XlsxTable::text).orElse(""));
        }
        return texts;
    }

    private static String text(Cell cell) {
        return switch (cell.getType()) {
            case NUMBER -> cell.asNumber().stripTrailingZeros().toPlainString();
            case BOOLEAN -> cell.asBoolean().toString();
            default -> cell.getText();
        };
    }
}
