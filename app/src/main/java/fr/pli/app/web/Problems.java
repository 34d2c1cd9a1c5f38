package fr.pli.app.web;

import fr.pli.exchange.platform.Refusal;
import fr.pli.exchange.platform.Wording;
import java.net.URI;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** Words for what went wrong: the sentence of a refusal, and problem+json as RFC 9457 has it. */
@Component
class Problems {

    private final MessageSource messages;
    private final Wording wording;

    Problems(MessageSource messages, Wording wording) {
        this.messages = messages;
        this.wording = wording;
    }

    String sentence(Refusal refusal, Object[] arguments, Locale locale) {
        return messages.getMessage("refusal." + refusal.code(), arguments, locale);
    }

    ProblemDetail problem(Refusal refusal, Object[] arguments, Locale locale) {
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.valueOf(refusal.status()), sentence(refusal, arguments, locale));
        problem.setType(URI.create("urn:pli:problem:" + refusal.code()));
        problem.setProperty("code", refusal.code());
        return problem;
    }

    /** For what is no refusal of ours: an unknown path, a malformed request, a fault. */
    ProblemDetail problem(int status, Locale locale) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(status), sentence(status, locale));
        problem.setType(URI.create("urn:pli:problem:http." + status));
        problem.setProperty("code", "http." + status);
        return problem;
    }

    String sentence(int status, Locale locale) {
        return wording.find("error.sentence." + status, locale)
                .orElseGet(() ->
                        messages.getMessage(status < 500 ? "error.sentence.4xx" : "error.sentence.5xx", null, locale));
    }
}
