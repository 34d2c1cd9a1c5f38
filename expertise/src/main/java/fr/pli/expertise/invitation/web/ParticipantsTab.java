package fr.pli.expertise.invitation.web;

import fr.pli.expertise.dossier.Tab;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** « Participants ». */
@Component
@Order(30)
class ParticipantsTab implements Tab {

    @Override
    public String name() {
        return "participants";
    }

    @Override
    public String path(UUID expertise) {
        return "/expertises/" + expertise + "/participants";
    }
}
