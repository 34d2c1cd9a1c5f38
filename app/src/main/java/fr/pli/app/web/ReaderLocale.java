package fr.pli.app.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.platform.Time;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleTimeZoneAwareLocaleContext;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleContextResolver;

/** The reader's language and zone: the person's own once signed in, else what the browser asks for, else French. */
@Component("localeResolver")
class ReaderLocale implements LocaleContextResolver {

    private static final List<Locale> SPOKEN = List.of(Locale.FRENCH, Locale.ENGLISH);

    @Override
    public LocaleContext resolveLocaleContext(HttpServletRequest request) {
        if (request.getAttribute("me") instanceof Person person) {
            return new SimpleTimeZoneAwareLocaleContext(person.language(), TimeZone.getTimeZone(person.zone()));
        }
        return new SimpleTimeZoneAwareLocaleContext(asked(request), TimeZone.getTimeZone(Time.PARIS));
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        Locale locale = resolveLocaleContext(request).getLocale();
        return locale == null ? Locale.FRENCH : locale;
    }

    private static Locale asked(HttpServletRequest request) {
        String header = request.getHeader("Accept-Language");
        if (header == null || header.isBlank()) {
            return Locale.FRENCH;
        }
        try {
            Locale match = Locale.lookup(LanguageRange.parse(header), SPOKEN);
            return match == null ? Locale.FRENCH : match;
        } catch (IllegalArgumentException malformed) {
            return Locale.FRENCH;
        }
    }

    @Override
    public void setLocaleContext(
            HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable LocaleContext context) {
        throw new UnsupportedOperationException(
                "the language is a preference of the person, changed in the account page");
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        setLocaleContext(request, response, null);
    }
}
