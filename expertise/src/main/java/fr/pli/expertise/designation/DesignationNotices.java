package fr.pli.expertise.designation;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.notification.Notices;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is told at once, in the application and by mail (D-4, D-6, D-8, N-4). */
@Component
class DesignationNotices {

    private final Notices notices;
    private final Directory directory;

    DesignationNotices(Notices notices, Directory directory) {
        this.notices = notices;
        this.directory = directory;
    }

    /** The acknowledgement to who sent it lists the files with their digests. */
    void sent(Designation designation) {
        tell(designation.expert(), Telling.RECEIVED, designation, designation.author());
        tell(designation.holder(), Telling.SENT, designation, null);
    }

    void reminded(Designation designation, UUID by) {
        tell(designation.expert(), Telling.REMINDED, designation, by);
    }

    void withdrawn(Designation designation, UUID by) {
        tell(designation.expert(), Telling.WITHDRAWN, designation, by);
    }

    void accepted(Designation designation, UUID by) {
        tell(designation.holder(), Telling.ACCEPTED, designation, by);
    }

    void refused(Designation designation, UUID by) {
        tell(designation.holder(), Telling.REFUSED, designation, by);
    }

    /** Files joined to an answer have followed it. */
    void joined(Designation designation) {
        tell(designation.holder(), Telling.JOINED, designation, designation.expert());
    }

    void expired(Designation designation) {
        tell(designation.expert(), Telling.EXPIRED, designation, null);
        tell(designation.holder(), Telling.EXPIRED, designation, null);
    }

    /** To the successor, and to the expert, who must know whom to answer. */
    void handedOn(Designation designation, Person next, UUID left) {
        tell(next.id(), Telling.HANDED_ON, designation, left);
        tell(designation.expert(), Telling.HANDED_ON, designation, left);
    }

    /** To who takes it over: what became of it while it was in nobody's hands. */
    void ended(Designation designation, Person next) {
        switch (designation.state()) {
            case ACCEPTED -> tell(next.id(), Telling.ACCEPTED, designation, designation.expert());
            case REFUSED -> tell(next.id(), Telling.REFUSED, designation, designation.expert());
            case EXPIRED -> tell(next.id(), Telling.EXPIRED, designation, null);
            case DRAFT, PENDING, WITHDRAWN -> {}
        }
    }

    private void tell(UUID to, Telling telling, Designation designation, @Nullable UUID by) {
        directory
                .find(to)
                .ifPresent(person ->
                        notices.tell(person, telling.kind(), designation.id(), by, telling.template(), Map.of()));
    }
}
