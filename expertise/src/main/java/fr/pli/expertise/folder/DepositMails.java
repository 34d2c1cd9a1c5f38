package fr.pli.expertise.folder;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.notification.Notices;
import fr.pli.expertise.participants.Participant;
import fr.pli.expertise.participants.Participants;
import fr.pli.expertise.rights.Role;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What is told at once: to the depositor that it is done, to the expert that something is proposed, and the answer. */
@Component
class DepositMails {

    static final String ACKNOWLEDGED = "deposit-acknowledged";
    static final String PROPOSED = "proposal-made";
    static final String ACCEPTED = "proposal-accepted";
    static final String REFUSED = "proposal-refused";

    private final Notices notices;
    private final Participants participants;
    private final Directory directory;

    DepositMails(Notices notices, Participants participants, Directory directory) {
        this.notices = notices;
        this.participants = participants;
        this.directory = directory;
    }

    /** The acknowledgement of receipt, with the digests. */
    void acknowledge(Person depositor, Message message) {
        notices.tell(depositor, "deposit.published", message.id(), null, ACKNOWLEDGED, Map.of());
    }

    void proposed(Message message, Folder folder, List<Document> made) {
        Document first = made.getFirst();
        participants.of(folder.expertise()).stream()
                .filter(one -> one.present() && one.role() == Role.EXPERT)
                .map(Participant::person)
                .flatMap(expert -> directory.find(expert).stream())
                .forEach(expert ->
                        notices.tell(expert, "proposal.made", first.id(), message.sender(), PROPOSED, Map.of()));
    }

    void decided(Document proposal, Person expert, boolean accepted) {
        directory
                .find(proposal.depositor())
                .ifPresent(depositor -> notices.tell(
                        depositor,
                        accepted ? "proposal.accepted" : "proposal.refused",
                        proposal.id(),
                        expert.id(),
                        accepted ? ACCEPTED : REFUSED,
                        Map.of()));
    }
}
