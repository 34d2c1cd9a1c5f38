package fr.pli.exchange.attachment;

import fr.pli.exchange.account.Administrators;
import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.mail.Letter;
import fr.pli.exchange.mail.Outbox;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells who sent an infected file, and the administrators, that it was put into quarantine (U-5). */
@Component
final class QuarantineMails {

    static final String SENDER = "file-quarantined";
    static final String ADMINISTRATOR = "file-quarantined-administrator";

    private final Outbox outbox;
    private final Directory directory;
    private final Administrators administrators;

    QuarantineMails(Outbox outbox, Directory directory, Administrators administrators) {
        this.outbox = outbox;
        this.directory = directory;
        this.administrators = administrators;
    }

    void stage(StoredFile file) {
        directory.find(file.owner()).filter(Person::active).ifPresent(owner -> stage(owner, SENDER, file));
        administrators.active().forEach(person -> stage(person, ADMINISTRATOR, file));
    }

    private void stage(Person reader, String template, StoredFile file) {
        outbox.stage(new Letter(
                reader.email(),
                reader.id(),
                reader.language(),
                template,
                file.id(),
                Map.of("file", file.id().toString())));
    }
}
