package fr.pli.exchange.mail;

import fr.pli.exchange.platform.Institution;
import fr.pli.exchange.platform.InstitutionTexts;
import fr.pli.exchange.platform.Time;
import fr.pli.exchange.platform.WebSettings;
import fr.pli.exchange.platform.Wording;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.i18n.SimpleTimeZoneAwareLocaleContext;
import org.springframework.stereotype.Component;

/**
 * Makes the mail of a row: subject, text and HTML in the reader's language and zone, both set for the {@link MailView}
 * too, so that the {@code Show} of the platform writes dates as that reader does.
 */
@Component
class MailText {

    private static final String REASON = "mail.%s.why";
    private static final String SUBJECT = "mail.%s.subject";

    private final ObjectProvider<MailView> views;
    private final ObjectProvider<MailReaders> readers;
    private final MailTemplates templates;
    private final MessageSource sentences;
    private final Wording wording;
    private final InstitutionTexts institutions;
    private final WebSettings web;
    private final MailSettings settings;
    private final ReturnSettings returns;
    private final Clock clock;

    MailText(
            ObjectProvider<MailView> views,
            ObjectProvider<MailReaders> readers,
            MailTemplates templates,
            MessageSource sentences,
            Wording wording,
            InstitutionTexts institutions,
            WebSettings web,
            MailSettings settings,
            ReturnSettings returns,
            Clock clock) {
        this.views = views;
        this.readers = readers;
        this.templates = templates;
        this.sentences = sentences;
        this.wording = wording;
        this.institutions = institutions;
        this.web = web;
        this.settings = settings;
        this.returns = returns;
        this.clock = clock;
    }

    /** @return empty when there is nothing left to say */
    Optional<OutgoingMail> render(Mail mail, Session session) {
        LocaleContext before = LocaleContextHolder.getLocaleContext();
        Locale locale = mail.letter().language();
        Optional<MailReaders.Reader> reader = reader(mail.letter().reader());
        ZoneId zone = reader.map(MailReaders.Reader::zone).orElse(Time.PARIS);
        LocaleContextHolder.setLocaleContext(new SimpleTimeZoneAwareLocaleContext(locale, TimeZone.getTimeZone(zone)));
        try {
            return view(mail.letter().template()).model(mail.letter()).map(model -> {
                Institution institution =
                        institutions.of(reader.map(MailReaders.Reader::profile).orElse(null));
                return message(mail, framed(mail, model, institution, locale), institution, session);
            });
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }

    private MailView view(String template) {
        return views.stream()
                .filter(view -> view.template().equals(template))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no view renders the mail " + template));
    }

    /** Asked once for each mail: zone, support and sender's name all depend on the reader. */
    private Optional<MailReaders.Reader> reader(@Nullable UUID id) {
        MailReaders known = readers.getIfAvailable();
        return id == null || known == null ? Optional.empty() : known.find(id);
    }

    private Map<String, Object> framed(Mail mail, Map<String, Object> model, Institution institution, Locale locale) {
        String template = mail.letter().template();
        var all = new HashMap<>(model);
        Object[] arguments = model.get("subjectArguments") instanceof List<?> list ? list.toArray() : new Object[0];
        all.put("heading", sentence(SUBJECT.formatted(template), arguments, locale));
        all.putIfAbsent("reference", reference(mail));
        all.putIfAbsent("button", sentence("mail.open", new Object[0], locale));
        all.putIfAbsent(
                "why",
                wording.find(REASON.formatted(template), locale)
                        .orElseGet(() -> sentence("mail.why", new Object[] {institution.name()}, locale)));
        all.computeIfPresent("link", (key, link) -> absolute(link.toString()));
        all.put("institution", institution);
        return all;
    }

    private String sentence(String code, Object[] arguments, Locale locale) {
        return sentences.getMessage(code, arguments, locale);
    }

    private String absolute(String link) {
        return link.startsWith("/") ? web.link(link) : link;
    }

    private static String reference(Mail mail) {
        UUID of = mail.letter().subject() == null ? mail.id() : mail.letter().subject();
        String digits = of.toString();
        return "PLI-" + digits.substring(digits.length() - 8).toUpperCase(Locale.ROOT);
    }

    private OutgoingMail message(Mail mail, Map<String, Object> model, Institution institution, Session session) {
        Locale locale = mail.letter().language();
        try {
            var message = new OutgoingMail(session, mail, returns);
            message.setFrom(new InternetAddress(settings.from(), institution.name(), "UTF-8"));
            message.setRecipient(
                    Message.RecipientType.TO, new InternetAddress(mail.letter().address()));
            message.setSubject(oneLine("[" + model.get("reference") + "] " + model.get("heading")), "UTF-8");
            message.setSentDate(Date.from(clock.instant()));
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setContentLanguage(new String[] {locale.toLanguageTag()});
            message.setContent(new MimeMultipart(
                    "alternative",
                    part(templates.text(mail.letter().template(), model, locale), "plain"),
                    part(templates.html(mail.letter().template(), model, locale), "html")));
            message.saveChanges();
            return message;
        } catch (MessagingException | UnsupportedEncodingException malformed) {
            throw new IllegalStateException("the mail " + mail.id() + " cannot be made", malformed);
        }
    }

    private static MimeBodyPart part(String content, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(content, StandardCharsets.UTF_8.name(), subtype);
        return part;
    }

    private static String oneLine(String subject) {
        return subject.replaceAll("\\p{Cntrl}+", " ");
    }
}
