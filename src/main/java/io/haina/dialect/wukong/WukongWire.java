package io.haina.dialect.wukong;

/** Everything that document 002 reads and writes as JSON. Components are written as they are called. */
sealed interface WukongWire
        permits SystemWire,
                RecordWire,
                CustomerWire,
                MemberWire,
                PoolWire,
                BusinessWire,
                FileWire,
                FollowUpWire,
                SceneWire,
                FieldWire,
                ExcelWire,
                WukongWire.Envelope {

    /** The frame around every answer. */
    sealed interface Envelope extends WukongWire permits Done, Found, Refusal, SystemWire.LoggedIn {}

    /** It was done, and there is nothing to show for it. */
    record Done(int code) implements Envelope {
        Done() {
            this(0);
        }
    }

    /** What was asked for, or what was made. */
    record Found<T>(int code, T data) implements Envelope {
        Found(T data) {
            this(0, data);
        }
    }

    /** Why something was not done. */
    record Refusal(int code, String msg) implements Envelope {}
}
