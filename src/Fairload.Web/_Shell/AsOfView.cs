namespace Fairload.Web;

/// <summary>How old the figures on a page are: the day of the latest extract, today, and the age at which a page warns.</summary>
/// <param name="AsOf">Null where nothing has been imported.</param>
/// <param name="Download">Where the figures of the page are as a file.</param>
public sealed record AsOfView(DateOnly? AsOf, DateOnly Today, int LimitDays, string? Download = null)
{
    public int? AgeDays => AsOf is { } day ? Today.DayNumber - day.DayNumber : null;

    public bool IsOld => AgeDays > LimitDays;
}
