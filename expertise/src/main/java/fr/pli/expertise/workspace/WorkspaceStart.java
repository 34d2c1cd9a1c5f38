package fr.pli.expertise.workspace;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.account.StartPage;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Court staff and experts begin with their workspace. */
@Component
class WorkspaceStart implements StartPage {

    @Override
    public Optional<String> of(Person person) {
        return person.profile().justiceStaff() || person.profile() == Profile.EXPERT
                ? Optional.of("/workspace")
                : Optional.empty();
    }
}
