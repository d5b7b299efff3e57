namespace Fairload.Core;

/// <summary>
/// Days from a first day to a last day, both counted, as a person writes them on a form. No last day means "until further
/// notice"; no first day means "since before our records".
/// </summary>
public readonly record struct Period(DateOnly? From, DateOnly? To)
{
    public bool Covers(DateOnly day) => (From is null || From <= day) && (To is null || day <= To);

    public bool IsOver(DateOnly day) => To < day;

    public bool HasNotBegun(DateOnly day) => From > day;
}
