package fr.pli.expertise.designation;

import fr.pli.exchange.account.Court;
import fr.pli.exchange.account.Courts;
import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.attachment.StoredFile;
import fr.pli.exchange.attachment.StoredFiles;
import fr.pli.exchange.mail.Letter;
import fr.pli.exchange.mail.MailView;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.message.Messages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the mails about designations say. Each is asked again at every attempt and cancelled where there is nothing left
 * to say: to somebody it is not for any more, or when a question was answered meanwhile.
 */
@Configuration(proxyBeanMethods = false)
class DesignationMails {

    private final DesignationTable table;
    private final Designations designations;
    private final Directory directory;
    private final Courts courts;
    private final Messages messages;
    private final StoredFiles files;

    DesignationMails(
            DesignationTable table,
            Designations designations,
            Directory directory,
            Courts courts,
            Messages messages,
            StoredFiles files) {
        this.table = table;
        this.designations = designations;
        this.directory = directory;
        this.courts = courts;
        this.messages = messages;
        this.files = files;
    }

    @Bean
    MailView designationReceivedMail() {
        return new View(Telling.RECEIVED, true);
    }

    /** Due whatever became of it since: it says what was recorded. */
    @Bean
    MailView designationSentMail() {
        return new View(Telling.SENT, false);
    }

    @Bean
    MailView designationRemindedMail() {
        return new View(Telling.REMINDED, true);
    }

    @Bean
    MailView designationWithdrawnMail() {
        return new View(Telling.WITHDRAWN, false);
    }

    @Bean
    MailView designationAcceptedMail() {
        return new View(Telling.ACCEPTED, false);
    }

    @Bean
    MailView designationRefusedMail() {
        return new View(Telling.REFUSED, false);
    }

    @Bean
    MailView designationJoinedMail() {
        return new View(Telling.JOINED, false);
    }

    @Bean
    MailView designationExpiredMail() {
        return new View(Telling.EXPIRED, false);
    }

    @Bean
    MailView designationHandedOnMail() {
        return new View(Telling.HANDED_ON, true);
    }

    private Optional<Map<String, Object>> model(Letter letter, boolean open) {
        Person reader = Optional.ofNullable(letter.reader())
                .flatMap(directory::find)
                .filter(Person::active)
                .orElse(null);
        return reader == null
                ? Optional.empty()
                : Optional.ofNullable(letter.refs().get("about"))
                        .map(UUID::fromString)
                        .flatMap(table::find)
                        .filter(found -> found.heldBy(reader.id()) || found.addressedTo(reader.id()))
                        .filter(found -> !open || found.open(designations.today()))
                        .map(found -> model(reader, found));
    }

    private Map<String, Object> model(Person reader, Designation designation) {
        var model = new HashMap<String, Object>();
        Person expert = directory.find(designation.expert()).orElseThrow();
        Person holder = directory.find(designation.holder()).orElseThrow();
        boolean held = designation.heldBy(reader.id());
        model.put("subjectArguments", List.of(held ? expert.name() : holder.name()));
        model.put("designation", designation);
        model.put("held", held);
        model.put("expert", expert.name());
        model.put("holder", holder.name());
        model.put("organisation", holder.organisation());
        model.put("title", designation.matter().title());
        model.put("rg", text(designation.matter().rg()));
        model.put("court", court(designation.matter().court()));
        model.put("comment", text(designation.comment()));
        model.put(
                "reason",
                designation.reason() == null ? "" : designation.reason().name());
        model.put("files", lines(designation));
        model.put(
                "link",
                held && designation.expertise() != null
                        ? "/expertises/" + designation.expertise()
                        : "/designations/" + designation.id());
        return model;
    }

    private List<FileLine> lines(Designation designation) {
        List<Message.Attachment> attachments =
                messages.find(designation.message()).map(Message::attachments).orElse(List.of());
        Map<UUID, StoredFile> stored =
                files.findAll(attachments.stream().map(Message.Attachment::file).toList());
        return attachments.stream()
                .map(one -> new FileLine(one.path(), one.length(), sha256(stored.get(one.file()))))
                .toList();
    }

    private static String sha256(@Nullable StoredFile file) {
        return file == null || file.sha256() == null ? "" : file.sha256();
    }

    private String court(@Nullable String code) {
        return code == null ? "" : courts.find(code).map(Court::label).orElse(code);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** A file as the acknowledgement lists it. */
    public record FileLine(String path, long length, String sha256) {}

    /** @param open is only said while the designation waits for an answer */
    private final class View implements MailView {

        private final Telling telling;
        private final boolean open;

        private View(Telling telling, boolean open) {
            this.telling = telling;
            this.open = open;
        }

        @Override
        public String template() {
            return telling.template();
        }

        @Override
        public Optional<Map<String, Object>> model(Letter letter) {
            return DesignationMails.this.model(letter, open);
        }
    }
}
