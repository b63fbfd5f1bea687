package dev.quintet.admin.table;

import dev.quintet.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The kinds of files that a table can be.
public enum TableFormat {
    /// Comma-separated values, RFC 4180, in UTF-8.
    CSV("csv") {
        @Override
        public Response download(
                String name,
                List<String> names,
                Stream<? extends List<? extends @Nullable Object>> rows) {
            return Response.csv(name, names, rows);
        }

        @Override
        public List<TableRow> read(InputStream in, int most) throws IOException, TableException {
            return CsvTable.read(in, most);
        }
    },
    /// A list of objects.
    JSON("json") {
        @Override
        public Response download(
                String name,
                List<String> names,
                Stream<? extends List<? extends @Nullable Object>> rows) {
            return Response.stream("application/json", out -> JsonTable.write(out, names, rows))
                    .asDownload(name);
        }

        @Override
        public List<TableRow> read(InputStream in, int most) throws IOException, TableException {
            return JsonTable.read(in, most);
        }
    },
    /// A workbook of Excel and LibreOffice; there where `org.dhatim:fastexcel` and
    /// `fastexcel-reader` are on the class path.
    XLSX("xlsx") {
        @Override
        public boolean there() {
            return SHEETS;
        }

        @Override
        public Response download(
                String name,
                List<String> names,
                Stream<? extends List<? extends @Nullable Object>> rows) {
            return Response.stream(
                            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                            out -> XlsxTable.write(out, names, rows))
                    .asDownload(name);
        }

        @Override
        public List<TableRow> read(InputStream in, int most) throws IOException, TableException {
            return XlsxTable.read(in, most);
        }
    };

    private static final boolean SHEETS =
            isThere("org.dhatim.fastexcel.Workbook")
                    && isThere("org.dhatim.fastexcel.reader.ReadableWorkbook");

    private final String extension;

    TableFormat(String extension) {
        this.extension = extension;
    }

    private static boolean isThere(String type) {
        try {
            Class.forName(type, false, TableFormat.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError absent) {
            return false;
        }
    }

    /// {@return those that this site can write and read}
    public static List<TableFormat> all() {
        return Stream.of(values()).filter(TableFormat::there).toList();
    }

    /// {@return the format of a file by the end of its name}
    public static Optional<TableFormat> ofFile(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return all().stream().filter(format -> lower.endsWith("." + format.extension)).findFirst();
    }

    /// {@return whether its library is there}
    public boolean there() {
        return true;
    }

    /// {@return the end of its files' names}
    public String extension() {
        return extension;
    }

    /// {@return a table as a file that the browser saves, written row by row}
    ///
    /// @param name of the file
    /// @param names of the columns
    /// @param rows each a list of values as long as `names`; text, numbers, truth values, or
    ///   `null`. Closed at the end
    public abstract Response download(
            String name,
            List<String> names,
            Stream<? extends List<? extends @Nullable Object>> rows);

    /// {@return the rows of a file}
    ///
    /// @param most how many there may be
    /// @throws TableException when it is no such file, is broken, or has more rows
    public abstract List<TableRow> read(InputStream in, int most)
            throws IOException, TableException;
}
