package dev.quintet.http;

import java.util.Locale;

/// Reads how much a client likes a coding. RFC 9110, section 12.5.3.
public final class AcceptEncoding {

    private AcceptEncoding() {}

    /// {@return from 0, not at all, to 1}
    public static double quality(String header, String coding) {
        double any = 0;
        for (String each : header.split(",", 32)) {
            String[] parts = each.split(";", 4);
            String name = parts[0].strip().toLowerCase(Locale.ROOT);
            double quality = 1;
            for (int i = 1; i < parts.length; i++) {
                String parameter = parts[i].strip().toLowerCase(Locale.ROOT);
                if (parameter.startsWith("q=")) {
                    quality = number(parameter.substring(2).strip());
                }
            }
            if (name.equals(coding)) {
                return quality;
            }
            if (name.equals("*")) {
                any = quality;
            }
        }
        return any;
    }

    private static double number(String text) {
        if (!text.matches("[01](\\.[0-9]{0,3})?")) {
            return 0;
        }
        return Math.min(1, Double.parseDouble(text));
    }
}
