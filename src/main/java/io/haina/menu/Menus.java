package io.haina.menu;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.UseCase;
import io.haina.field.Field;
import io.haina.field.FieldCatalog;
import io.haina.filter.Filter;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.staff.Profile;
import io.haina.staff.Profiles;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The lines of a company's menus, and which of them a person has. It is what clients show, and no right to anything. */
@Service
public class Menus {

    /** Lines that one person's menu may have. */
    private static final int MOST = 200;

    private static final FieldCatalog CATALOG = new FieldCatalog(List.of(
            Field.text("name", "name", 100).asRequired(),
            Field.text("content", "content", 2000),
            Field.text("note", "note", 2000)));

    private final MenuStore store;
    private final Profiles profiles;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Menus(MenuStore store, Profiles profiles, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.profiles = profiles;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The lines that the company has, oldest first. */
    public Slice<MenuItem> items(Actor actor, Page page) {
        return store.items(Access.scoped(actor, UseCase.MENU_LIST), page);
    }

    /** One line. @throws Refused if there is no such */
    public MenuItem item(Actor actor, long item) {
        return store.item(Access.scoped(actor, UseCase.MENU_LIST), item)
                .orElseThrow(() -> Refused.notFound(Problem.Kind.MENU_ITEM));
    }

    /** A new line. @return its id @throws Refused if the actor is no admin, or a value breaks a rule */
    public long add(Actor actor, MenuItemDraft draft) {
        return store.insert(Access.permit(actor, UseCase.MENU_DESIGN), checked(draft), now());
    }

    /** Changes a line. @throws Refused if the actor is no admin, there is no such line, or a value breaks a rule */
    public void change(Actor actor, long item, MenuItemDraft draft) {
        if (!store.change(Access.permit(actor, UseCase.MENU_DESIGN), item, checked(draft), now())) {
            throw Refused.notFound(Problem.Kind.MENU_ITEM);
        }
    }

    /** Takes a line out of every menu. @throws Refused if the actor is no admin, or there is no such line */
    public void delete(Actor actor, long item) {
        if (!store.delete(Access.permit(actor, UseCase.MENU_DESIGN), item, now())) {
            throw Refused.notFound(Problem.Kind.MENU_ITEM);
        }
    }

    private static MenuItemDraft checked(MenuItemDraft draft) {
        return new MenuItemDraft(
                CATALOG.requiredText("name", draft.name()),
                optional("content", draft.content()),
                optional("note", draft.note()));
    }

    private static @Nullable String optional(String name, @Nullable String value) {
        String text = CATALOG.text(name, value);
        return text == null && value != null ? "" : text;
    }

    /**
     * Who has what in the menu: for an admin everybody of the company, else the actor alone.
     *
     * @param staff one person only; null for all
     * @throws Refused if there is no such person whom the actor may ask for
     */
    public Slice<StaffMenu> ofStaff(Actor actor, @Nullable Long staff, Page page) {
        Filter wish = staff == null ? Filter.EVERYTHING : Profiles.person(staff);
        var scoped = Access.scoped(actor, UseCase.MENU_OF_STAFF, wish);
        Slice<Profile> people = profiles.page(scoped, page);
        if (staff != null && people.total() == 0) {
            throw Refused.notFound(Problem.Kind.STAFF);
        }
        Map<Long, List<MenuItem>> menus =
                store.of(scoped, people.rows().stream().map(Profile::id).toList());
        return people.map(person -> new StaffMenu(person, menus.getOrDefault(person.id(), List.of())));
    }

    /**
     * Gives a person a menu in place of the one there was.
     *
     * @param items in order; none for an empty menu
     * @throws Refused if the actor is no admin, or there is no such person, or not all of the lines
     */
    public void assign(Actor actor, long staff, List<Long> items) {
        Permit permit = Access.permit(actor, UseCase.MENU_ASSIGN);
        if (items.size() > MOST) {
            throw new Refused(new Problem.Invalid("menu", Rule.TOO_LONG, MOST));
        }
        transaction.executeWithoutResult(status -> {
            if (!store.lock(permit, staff)) {
                throw Refused.notFound(Problem.Kind.STAFF);
            }
            if (!store.assign(permit, staff, items, now())) {
                throw Refused.notFound(Problem.Kind.MENU_ITEM);
            }
        });
    }

    /** Keeps a person's menu as it is until the caller's transaction ends. */
    public void hold(Actor actor, long staff) {
        store.lock(Access.permit(actor, UseCase.MENU_ASSIGN), staff);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
