package fr.pli.app.demo;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.upload.UploadMetadata;
import fr.pli.exchange.upload.Uploads;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Files of the demonstration, uploaded to drafts by the road that everybody takes. */
@Component
@ConditionalOnProperty("pli.demo")
class DemoFiles {

    private final Uploads uploads;

    DemoFiles(Uploads uploads) {
        this.uploads = uploads;
    }

    void attach(Person author, UUID draft, String path, byte[] bytes) throws IOException {
        var metadata = UploadMetadata.parse("relativePath " + base64(path) + ",container " + base64(draft.toString()));
        UUID file = uploads.create(author, bytes.length, metadata).file();
        uploads.append(author, file, 0, bytes.length, null, new ByteArrayInputStream(bytes));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
