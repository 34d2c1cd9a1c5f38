package fr.pli.expertise.folder;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.message.Messages;
import fr.pli.exchange.notification.NoticeSubjects;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Deposits that notices are about: those that their depositor can still open. */
@Component
class DepositSubjects implements NoticeSubjects {

    private final Messages messages;
    private final Folders folders;
    private final FolderNames names;

    DepositSubjects(Messages messages, Folders folders, FolderNames names) {
        this.messages = messages;
        this.folders = folders;
        this.names = names;
    }

    @Override
    public String owner() {
        return "deposit";
    }

    @Override
    public Map<UUID, Subject> find(Person reader, Collection<UUID> about) {
        var subjects = new HashMap<UUID, Subject>();
        messages.findAll(about).values().stream()
                .filter(message -> message.sender().equals(reader.id()))
                .filter(message -> messages.decide(reader, message).allowed())
                .forEach(message -> subjects.put(message.id(), subject(message)));
        return subjects;
    }

    private Subject subject(Message message) {
        Folder folder = folders.find(Objects.requireNonNull(message.origin().reference()))
                .orElseThrow();
        return new Subject(
                names.of(folder, LocaleContextHolder.getLocale()),
                "/expertises/" + folder.expertise() + "/deposits/" + message.id());
    }
}
