package fr.pli.expertise.folder;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.mail.Letter;
import fr.pli.exchange.mail.MailView;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.message.Messages;
import fr.pli.expertise.dossier.Expertises;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;

/** The mails of deposits and proposals; rights are asked again at each attempt, except for the acknowledgement. */
@Configuration(proxyBeanMethods = false)
class DepositMailViews {

    private final Messages messages;
    private final Documents documents;
    private final Folders folders;
    private final FolderNames names;
    private final Expertises expertises;
    private final Directory directory;

    DepositMailViews(
            Messages messages,
            Documents documents,
            Folders folders,
            FolderNames names,
            Expertises expertises,
            Directory directory) {
        this.messages = messages;
        this.documents = documents;
        this.folders = folders;
        this.names = names;
        this.expertises = expertises;
        this.directory = directory;
    }

    /** Due whatever became of the right since: it says what was recorded. */
    @Bean
    MailView depositAcknowledgedMail() {
        return view(DepositMails.ACKNOWLEDGED, letter -> about(letter)
                .flatMap(messages::find)
                .filter(message -> message.sender().equals(letter.reader()))
                .map(message -> {
                    List<Document> made = documents.of(message.id());
                    Map<String, Object> model = model(made.getFirst());
                    model.put("message", message);
                    model.put("documents", made);
                    model.put("proposal", !made.getFirst().published());
                    model.put("reference", String.valueOf(message.reference()));
                    model.put("link", page(message, made.getFirst().expertise()));
                    return model;
                }));
    }

    private static String page(Message message, UUID expertise) {
        return "/expertises/" + expertise + "/deposits/" + message.id();
    }

    @Bean
    MailView proposalMadeMail() {
        return view(DepositMails.PROPOSED, letter -> readable(letter).map(document -> {
            Map<String, Object> model = model(document);
            model.put("documents", documents.of(document.message()));
            model.put("depositor", name(document.depositor()));
            model.put("link", "/expertises/" + document.expertise() + "/folders/" + document.folder());
            return model;
        }));
    }

    @Bean
    MailView proposalAcceptedMail() {
        return view(DepositMails.ACCEPTED, letter -> readable(letter).map(this::answer));
    }

    @Bean
    MailView proposalRefusedMail() {
        return view(DepositMails.REFUSED, letter -> readable(letter).map(this::answer));
    }

    private Map<String, Object> answer(Document document) {
        Map<String, Object> model = model(document);
        model.put("document", document);
        model.put("expert", document.decidedBy() == null ? "" : name(document.decidedBy()));
        model.put("reason", document.refusedFor() == null ? "" : document.refusedFor());
        model.put("link", "/expertises/" + document.expertise() + "/documents/" + document.id());
        return model;
    }

    private Map<String, Object> model(Document document) {
        var model = new HashMap<String, Object>();
        String folder = folders.find(document.folder())
                .map(found -> names.of(found, LocaleContextHolder.getLocale()))
                .orElse("");
        String expertise =
                expertises.find(document.expertise()).map(found -> found.name()).orElse("");
        model.put("subjectArguments", List.of(folder, expertise));
        model.put("folder", folder);
        model.put("expertise", expertise);
        return model;
    }

    private Optional<Document> readable(Letter letter) {
        Optional<Person> reader = Optional.ofNullable(letter.reader()).flatMap(directory::find);
        return about(letter)
                .flatMap(documents::find)
                .filter(document -> reader.isPresent() && documents.may(reader.get(), document));
    }

    private String name(UUID person) {
        return directory.find(person).map(Person::name).orElse("");
    }

    private static Optional<UUID> about(Letter letter) {
        return Optional.ofNullable(letter.refs().get("about")).map(UUID::fromString);
    }

    private static MailView view(String template, Function<Letter, Optional<Map<String, Object>>> says) {
        return new View(template, says);
    }

    private record View(String template, Function<Letter, Optional<Map<String, Object>>> says) implements MailView {

        @Override
        public Optional<Map<String, Object>> model(Letter letter) {
            return says.apply(letter);
        }
    }
}
