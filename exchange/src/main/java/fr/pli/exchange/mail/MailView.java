package fr.pli.exchange.mail;

import java.util.Map;
import java.util.Optional;

/** Gives a template what it says; implemented by the feature that tells the fact. Asked again at each attempt. */
public interface MailView {

    String template();

    /**
     * The model of the templates {@code mails/<template>.txt} and {@code .html}; the subject line is the bundle's
     * {@code mail.<template>.subject}, filled with the model's {@code subjectArguments} (a list).
     *
     * @return empty when there is nothing left to say (right lost, message deleted): the mail is cancelled and
     *     journaled
     */
    Optional<Map<String, Object>> model(Letter letter);
}
