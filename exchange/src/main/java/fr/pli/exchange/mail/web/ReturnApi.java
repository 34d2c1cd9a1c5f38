package fr.pli.exchange.mail.web;

import fr.pli.exchange.mail.MailRefusal;
import fr.pli.exchange.mail.Return;
import fr.pli.exchange.mail.Returns;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reports of non-delivery from the relay's operator, for those who have no mailbox that can be read. */
@RestController
class ReturnApi {

    static final String PATH = "/api/v1/mail-returns";

    private static final int MOST = 1000;

    private final Returns returns;

    ReturnApi(Returns returns) {
        this.returns = returns;
    }

    /** Takes what became of mails that were handed to the relay; what is not about a mail of ours has no effect. */
    @PostMapping(PATH)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Taken take(@RequestBody Reports reports) {
        List<@Nullable Report> items = reports.items() == null ? List.of() : reports.items();
        if (items.size() > MOST) {
            throw MailRefusal.RETURNS_MANY.with(MOST);
        }
        int bound = returns.take(items.stream()
                .filter(Objects::nonNull)
                .map(Report::read)
                .flatMap(Optional::stream)
                .toList());
        returns.counted(bound, items.size() - bound);
        return new Taken(bound, items.size() - bound);
    }

    /** Up to a thousand reports. */
    record Reports(@Nullable List<@Nullable Report> items) {}

    /**
     * What became of one mail.
     *
     * @param messageId the mail's own {@code Message-ID}, with its angle brackets
     * @param recipient address it was written to
     * @param action {@code failed}, {@code delayed} or {@code delivered} (RFC 3464, section 2.3.3)
     * @param status enhanced status code (RFC 3463), such as {@code 5.1.1}
     * @param diagnostic what the recipient's server replied
     */
    record Report(
            @Nullable String messageId,
            @Nullable String recipient,
            @Nullable String action,
            @Nullable String status,
            @Nullable String diagnostic) {

        Optional<Return> read() {
            return Return.of(messageId, recipient, action, status, diagnostic);
        }
    }

    /** How many reports were about mails of this service, and how many were not. */
    record Taken(int bound, int unknown) {}
}
