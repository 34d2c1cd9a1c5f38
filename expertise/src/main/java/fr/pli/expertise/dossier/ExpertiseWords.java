package fr.pli.expertise.dossier;

import fr.pli.exchange.platform.Refusal;
import fr.pli.exchange.platform.RefusedException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Sentences of the bundles in the reader's language, and days as people write them; pages use it as {@code @expertiseWords}. */
@Component("expertiseWords")
public class ExpertiseWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final MessageSource messages;

    ExpertiseWords(MessageSource messages) {
        this.messages = messages;
    }

    public String of(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    public String of(Refusal refusal, Object... arguments) {
        return of("refusal." + refusal.code(), arguments);
    }

    public String of(RefusedException refused) {
        return of(refused.refusal(), refused.arguments());
    }

    /** « 07/12/2026 »; empty for null. */
    public String day(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }
}
