package fr.pli.expertise.invitation.web;

import fr.pli.expertise.invitation.Invitation;
import fr.pli.expertise.rights.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** « Inviter » as its form sends it; what it does not send is empty. */
record InvitationForm(
        @Nullable Role role,
        @Nullable UUID party,
        String email,
        String firstName,
        String lastName,
        String organisation,
        String language) {

    static final InvitationForm NOTHING = new InvitationForm(Role.AVOCAT, null, "", "", "", "", "fr");

    @SuppressWarnings("NullAway") // what a form does not send is null
    InvitationForm {
        email = email == null ? "" : email;
        firstName = firstName == null ? "" : firstName;
        lastName = lastName == null ? "" : lastName;
        organisation = organisation == null ? "" : organisation;
        language = language == null ? "" : language;
    }

    Invitation invitation() {
        return new Invitation(role, party, email, firstName, lastName, organisation, language);
    }
}
