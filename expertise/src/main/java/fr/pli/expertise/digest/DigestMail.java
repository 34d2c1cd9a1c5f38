package fr.pli.expertise.digest;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.mail.Letter;
import fr.pli.exchange.mail.MailView;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The mail of the night, in the words of the moment it leaves: what its reader has lost sight of or downloaded since is
 * left out, and with nothing left it does not leave (N-4).
 */
@Component
class DigestMail implements MailView {

    static final String TEMPLATE = "expertise-digest";

    private final Digests digests;
    private final Directory directory;

    DigestMail(Digests digests, Directory directory) {
        this.digests = digests;
        this.directory = directory;
    }

    @Override
    public String template() {
        return TEMPLATE;
    }

    @Override
    public Optional<Map<String, Object>> model(Letter letter) {
        UUID id = UUID.fromString(Objects.requireNonNull(letter.refs().get("about")));
        return Optional.ofNullable(letter.reader())
                .flatMap(directory::find)
                .filter(Person::active)
                .flatMap(reader -> digests.find(reader, id))
                .map(Digest::waiting)
                .filter(digest -> digest.documents() > 0)
                .map(digest -> Map.of(
                        "subjectArguments",
                        List.of(digest.documents()),
                        "digest",
                        digest,
                        "link",
                        "/digests/" + digest.id()));
    }
}
