package fr.pli.exchange.message.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The compose form as it was sent; it is shown again as it was when something is refused. */
record ComposeForm(String recipients, String subject, String comment, String days) {

    ComposeForm(
            @Nullable String recipients,
            @Nullable String subject,
            @Nullable String comment,
            @Nullable String days,
            boolean sent) {
        this(
                recipients == null ? "" : recipients,
                subject == null ? "" : subject,
                comment == null ? "" : comment.replace("\r\n", "\n"),
                days == null ? "" : days);
    }

    static ComposeForm of(DraftView draft) {
        String addresses =
                draft.recipients().stream().map(DraftView.RecipientView::email).collect(Collectors.joining("\n"));
        return new ComposeForm(
                addresses,
                draft.subject(),
                draft.comment(),
                draft.days() == null ? "" : draft.days().toString());
    }

    /** One address on each line, or separated by commas or semicolons. */
    List<String> addresses() {
        return Arrays.stream(recipients.split("[\\r\\n,;]+"))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .toList();
    }

    /** What is no number is outside every limit. */
    int lifetime() {
        try {
            return Integer.parseInt(days.strip());
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }
}
