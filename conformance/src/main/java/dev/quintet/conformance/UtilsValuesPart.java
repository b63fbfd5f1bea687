package dev.quintet.conformance;

import dev.quintet.kernel.headers.AcceptLanguage;
import dev.quintet.kernel.headers.Cookies;
import dev.quintet.kernel.headers.ETags;
import dev.quintet.kernel.headers.HeaderParameters;
import dev.quintet.kernel.headers.HttpDate;
import dev.quintet.kernel.i18n.Language;
import dev.quintet.kernel.i18n.LanguageChoice;
import dev.quintet.kernel.validate.DecimalValidator;
import dev.quintet.kernel.validate.EmailValidator;
import dev.quintet.kernel.validate.FileExtensionValidator;
import dev.quintet.kernel.validate.IpAddressValidator;
import dev.quintet.kernel.validate.IpAddressValidator.Protocol;
import dev.quintet.kernel.validate.IpAddresses;
import dev.quintet.kernel.validate.SlugValidator;
import dev.quintet.kernel.validate.StepValueValidator;
import dev.quintet.kernel.validate.UrlValidator;
import dev.quintet.kernel.validate.ValidationError;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Headers, addresses, validators and the choice of a language.
final class UtilsValuesPart implements Part {

    private static final Set<String> FUNCTIONS =
            Set.of(
                    "http.content_disposition_header",
                    "http.http_date",
                    "http.parse_cookie",
                    "http.parse_etags",
                    "http.parse_header_parameters",
                    "http.parse_http_date",
                    "http.parse_http_date_safe",
                    "http.quote_etag",
                    "ipv6.clean_ipv6_address",
                    "ipv6.is_valid_ipv6_address",
                    "translation.get_language_from_request",
                    "translation.to_locale",
                    "translation.to_language",
                    "translation.trans_real.get_supported_language_variant",
                    "translation.trans_real.parse_accept_lang_header");

    @Override
    public boolean covers(Case recorded) {
        return FUNCTIONS.contains(recorded.area()) || recorded.area().startsWith("validators.");
    }

    @Override
    public Outcome run(Case c) {
        List<Object> args = Tagged.STANDARD.list(c.raw("args"));
        Object got =
                c.area().startsWith("validators.")
                        ? problems(validator(c.area(), args))
                        : call(c, args);
        boolean refused = got == null && !c.area().startsWith("validators.");
        if (c.has("error")) {
            return refused ? Outcome.passed() : Outcome.failed(c.raw("error"), got);
        }
        return Outcome.compare(UtilsTextPart.plain(c.value("result")), UtilsTextPart.plain(got));
    }

    private static @Nullable Object call(Case c, List<Object> args) {
        Object first = args.getFirst();
        String text = String.valueOf(first);
        return switch (c.area()) {
            case "http.content_disposition_header" -> {
                Object name = args.get(1);
                String header =
                        HeaderParameters.contentDisposition(
                                Boolean.TRUE.equals(first), name == null ? "" : name.toString());
                yield header.isEmpty() ? null : header;
            }
            case "http.http_date" ->
                    HttpDate.format(Instant.ofEpochSecond(((Number) first).longValue()));
            case "http.parse_cookie" -> Cookies.parse(text);
            case "http.parse_etags" -> ETags.parse(text);
            case "http.parse_header_parameters" -> {
                HeaderParameters parts = HeaderParameters.parse(text);
                yield List.of(parts.value(), parts.parameters());
            }
            case "http.parse_http_date", "http.parse_http_date_safe" -> {
                Instant time = HttpDate.parse(text, 2026);
                yield time == null ? null : (Object) time.getEpochSecond();
            }
            case "http.quote_etag" -> ETags.quote(text);
            case "ipv6.clean_ipv6_address" ->
                    IpAddresses.cleanV6(
                            text, Boolean.TRUE.equals(c.object("kwargs").get("unpack_ipv4")));
            case "ipv6.is_valid_ipv6_address" -> IpAddresses.validV6(text);
            case "translation.to_locale" -> Language.of(text).localeName();
            case "translation.to_language" -> Language.ofLocaleName(text).code();
            case "translation.trans_real.get_supported_language_variant" -> variant(c, args);
            case "translation.trans_real.parse_accept_lang_header" ->
                    AcceptLanguage.parse(text).stream()
                            .map(one -> List.<Object>of(one.code(), one.quality()))
                            .toList();
            default -> {
                List<Language> spoken =
                        ((List<?>) Objects.requireNonNull(c.object("settings").get("LANGUAGES")))
                                .stream().map(code -> Language.of(String.valueOf(code))).toList();
                yield new LanguageChoice(spoken, Language.ENGLISH)
                        .choose(null, null, null, text)
                        .code();
            }
        };
    }

    /// Of all the languages that Django itself speaks, as the machine's own Django has them.
    private static @Nullable String variant(Case c, List<Object> args) {
        List<Language> spoken = DjangoFormats.languages();
        if (spoken.isEmpty()) {
            throw new UncoveredException("the languages of Django, which is not installed");
        }
        boolean strict =
                args.size() > 1
                        ? Boolean.TRUE.equals(args.get(1))
                        : Boolean.TRUE.equals(c.object("kwargs").get("strict"));
        return new LanguageChoice(spoken, Language.ENGLISH)
                .variant(String.valueOf(args.getFirst()), strict)
                .map(Language::code)
                .orElse(null);
    }

    private static @Nullable Object problems(@Nullable ValidationError error) {
        return error == null
                ? null
                : List.of(Map.of("code", error.code(), "message", error.text()));
    }

    private static @Nullable ValidationError validator(String function, List<Object> args) {
        Object value = args.getFirst();
        String text = String.valueOf(value);
        return switch (function) {
            case "validators.URLValidator" -> new UrlValidator().validate(text);
            case "validators.validate_email" -> new EmailValidator().validate(text);
            case "validators.validate_slug" -> new SlugValidator().validate(text);
            case "validators.validate_unicode_slug" -> new SlugValidator(true).validate(text);
            case "validators.validate_ipv4_address" ->
                    new IpAddressValidator(Protocol.IPV4).validate(text);
            case "validators.validate_ipv6_address" ->
                    new IpAddressValidator(Protocol.IPV6).validate(text);
            case "validators.validate_ipv46_address" ->
                    new IpAddressValidator(Protocol.BOTH).validate(text);
            case "validators.FileExtensionValidator" ->
                    new FileExtensionValidator("txt", "gz").validate(text);
            case "validators.StepValueValidator" ->
                    new StepValueValidator((Number) args.get(1), (Number) args.get(2))
                            .validate((Number) value);
            case "validators.DecimalValidator" ->
                    new DecimalValidator(
                                    ((Number) args.get(1)).intValue(),
                                    ((Number) args.get(2)).intValue())
                            .validate((BigDecimal) value);
            default -> throw new UncoveredException(function);
        };
    }
}
