package fr.pli.expertise.departure;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.message.Messaging;
import fr.pli.exchange.message.Retention;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.upload.UploadMetadata;
import fr.pli.exchange.upload.Uploads;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts a request's file into a draft of its departure, by the road that every file takes; outside any unit. */
@Component
class RequestUpload {

    private final Messaging messaging;
    private final Uploads uploads;
    private final MessageSource messages;

    RequestUpload(Messaging messaging, Uploads uploads, MessageSource messages) {
        this.messaging = messaging;
        this.uploads = uploads;
        this.messages = messages;
    }

    /** @return a draft that holds the file; whoever does not send it discards it */
    UUID draft(Person operator, UUID departure, RequestFile file) {
        UUID draft = messaging.draft(operator, Requests.origin(departure), Retention.unlimited());
        try {
            messaging.edit(operator, draft, List.of(), subject(operator.language()), "", 0);
            var metadata = UploadMetadata.parse(
                    "relativePath " + base64(file.name()) + ",container " + base64(draft.toString()));
            UUID id = uploads.create(operator, file.bytes().length, metadata).file();
            uploads.append(operator, id, 0, file.bytes().length, null, new ByteArrayInputStream(file.bytes()));
            return draft;
        } catch (RefusedException refused) {
            discard(operator, draft);
            throw refused;
        }
    }

    void discard(Person operator, UUID draft) {
        messaging.delete(operator, draft);
    }

    private String subject(Locale language) {
        return Objects.requireNonNull(messages.getMessage("departure.request", null, language));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
