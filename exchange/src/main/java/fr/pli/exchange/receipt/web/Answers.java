package fr.pli.exchange.receipt.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.message.MessageRefusal;
import fr.pli.exchange.message.Messages;
import fr.pli.exchange.message.Threads;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Begins an answer with the subject of what it answers: « Re : … », once, in the author's language. */
@Component
class Answers {

    private final Threads threads;
    private final Messages messages;
    private final MessageSource sentences;

    Answers(Threads threads, Messages messages, MessageSource sentences) {
        this.threads = threads;
        this.messages = messages;
        this.sentences = sentences;
    }

    /** @return the draft */
    UUID begin(Person author, UUID message) {
        String subject =
                messages.find(message).orElseThrow(MessageRefusal.UNKNOWN::with).subject();
        boolean answer = subject.toLowerCase(Locale.ROOT).matches("re\\s*:.*");
        return threads.answer(
                author,
                message,
                answer
                        ? subject
                        : sentences.getMessage(
                                "message.answer.subject", new Object[] {subject}, LocaleContextHolder.getLocale()));
    }
}
