package io.haina.kind;

import io.haina.access.Actor;
import io.haina.access.UseCase;
import io.haina.contact.Contacts;
import io.haina.field.RecordKind;
import io.haina.record.Restored;
import io.haina.record.Row;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Contacts as one kind among the others. */
@Component
final class ContactKeeper implements Keeper {

    private final Contacts contacts;

    ContactKeeper(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.CONTACT;
    }

    @Override
    public UseCase addition() {
        return UseCase.CONTACT_ADD;
    }

    @Override
    public UseCase listing() {
        return UseCase.CONTACT_LIST;
    }

    @Override
    public UseCase changing() {
        return UseCase.CONTACT_CHANGE;
    }

    @Override
    public UseCase deletion() {
        return UseCase.CONTACT_DELETE;
    }

    @Override
    public UseCase transfer() {
        return UseCase.CONTACT_TRANSFER;
    }

    @Override
    public Row get(Actor actor, long id) {
        return contacts.get(actor, id);
    }

    @Override
    public long add(Actor actor, Map<String, ? extends @Nullable Object> values) {
        return contacts.add(actor, values);
    }

    @Override
    public void change(Actor actor, long id, Map<String, ? extends @Nullable Object> values) {
        contacts.change(actor, id, values);
    }

    @Override
    public void delete(Actor actor, Collection<Long> ids) {
        contacts.delete(actor, ids);
    }

    @Override
    public void moveTo(Actor actor, Collection<Long> ids, long staff) {
        contacts.moveTo(actor, ids, staff);
    }

    @Override
    public Restored restore(Actor actor, long id) {
        return contacts.restore(actor, id);
    }
}
