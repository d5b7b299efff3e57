namespace Fairload.App.Surveys.Ballots;

/// <summary>What became of a ballot that was sent.</summary>
public abstract record Cast
{
    private Cast() { }

    /// <summary>It is stored durably, now or by an earlier sending of the same page.</summary>
    /// <param name="Receipt">With it its owner asks whether it counts, or withdraws it before the close.</param>
    /// <param name="WasThere">A keyed-in page had been sent before: what it says now was not stored.</param>
    public sealed record Counted(string Receipt, bool WasThere = false) : Cast;

    /// <summary>Another page was sent with this code before. Nothing was changed.</summary>
    public sealed record AlreadyUsed : Cast;

    public sealed record UnknownCode : Cast;

    /// <summary>The round takes no more ballots. Nothing was stored.</summary>
    public sealed record Closed : Cast;

    /// <summary>Too many at once: nothing was stored, and the same page can be sent again in some seconds.</summary>
    public sealed record Busy : Cast;

    /// <summary>The kiosk is locked. Nothing was stored.</summary>
    public sealed record Locked : Cast;

    /// <summary>A ballot that was keyed in is one too many. Nothing was stored.</summary>
    public sealed record TooMany(Problem Why) : Cast;
}

/// <summary>What became of the wish to take a ballot back.</summary>
public enum Withdrawn
{
    /// <summary>The ballot is gone. Its code stays spent.</summary>
    Gone,

    /// <summary>No ballot that counts has this receipt.</summary>
    Unknown,

    /// <summary>The round is closed: nothing joins a receipt to a ballot any more.</summary>
    Closed,
}
