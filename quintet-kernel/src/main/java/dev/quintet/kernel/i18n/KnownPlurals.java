package dev.quintet.kernel.i18n;

import java.util.Map;

/// The plural rules that gettext's catalogues of common languages carry, for new catalogues.
final class KnownPlurals {

    private static final String NONE = "nplurals=1; plural=0;";
    private static final String GERMANIC = "nplurals=2; plural=(n != 1);";
    private static final String FRENCH = "nplurals=2; plural=(n > 1);";
    private static final String SLAVIC =
            "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 ||"
                    + " n%100>14) ? 1 : 2);";

    private static final Map<String, String> RULES =
            Map.ofEntries(
                    Map.entry("ja", NONE),
                    Map.entry("ko", NONE),
                    Map.entry("zh", NONE),
                    Map.entry("th", NONE),
                    Map.entry("vi", NONE),
                    Map.entry("id", NONE),
                    Map.entry("fr", FRENCH),
                    Map.entry("tr", FRENCH),
                    Map.entry("fa", FRENCH),
                    Map.entry("ru", SLAVIC),
                    Map.entry("uk", SLAVIC),
                    Map.entry("be", SLAVIC),
                    Map.entry("sr", SLAVIC),
                    Map.entry("hr", SLAVIC),
                    Map.entry("bs", SLAVIC),
                    Map.entry(
                            "pl",
                            "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 ||"
                                    + " n%100>14) ? 1 : 2);"),
                    Map.entry("cs", "nplurals=3; plural=(n==1 ? 0 : n>=2 && n<=4 ? 1 : 2);"),
                    Map.entry("sk", "nplurals=3; plural=(n==1 ? 0 : n>=2 && n<=4 ? 1 : 2);"),
                    Map.entry(
                            "lt",
                            "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && (n%100<10 ||"
                                    + " n%100>=20) ? 1 : 2);"),
                    Map.entry(
                            "lv",
                            "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2);"),
                    Map.entry(
                            "ro",
                            "nplurals=3; plural=(n==1 ? 0 : (n==0 || (n%100>0 && n%100<20)) ? 1 :"
                                    + " 2);"),
                    Map.entry(
                            "sl",
                            "nplurals=4; plural=(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 ||"
                                    + " n%100==4 ? 2 : 3);"),
                    Map.entry(
                            "ga",
                            "nplurals=5; plural=(n==1 ? 0 : n==2 ? 1 : n<7 ? 2 : n<11 ? 3 : 4);"),
                    Map.entry(
                            "cy",
                            "nplurals=4; plural=(n==1 ? 0 : n==2 ? 1 : (n != 8 && n != 11) ? 2 :"
                                    + " 3);"),
                    Map.entry(
                            "ar",
                            "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 &&"
                                    + " n%100<=10 ? 3 : n%100>=11 ? 4 : 5);"));

    private KnownPlurals() {}

    static String of(String localeName) {
        if (localeName.equals("pt_BR")) {
            return FRENCH;
        }
        String language = localeName.split("[_@-]", 2)[0];
        return RULES.getOrDefault(language, GERMANIC);
    }
}
