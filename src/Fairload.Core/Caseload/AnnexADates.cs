using Fairload.Core.Imports;

namespace Fairload.Core.Caseload;

/// <summary>The dates in the lists: what they say happened in a case, and which of them can not be right.</summary>
internal static class AnnexADates
{
    /// <summary>
    /// The latest day of each kind. What lists 3 to 5 tell stays true after the row has ended (a conference was held), unless it was before
    /// the start that list 6 gives; what lists 6 to 9 tell counts only while the row is open (an ended plan asks for no more visits).
    /// A conference after the day of the file is planned and has not happened.
    /// </summary>
    public static IReadOnlyDictionary<CaseEventKind,
        DateOnly> Events(List<AnnexARow> child, Dictionary<int, AnnexARow> open, DateOnly? needStart, DateOnly asOf)
    {
        var events = new Dictionary<CaseEventKind, DateOnly>();
        foreach (var row in child.Where(r => r.List <= 5 || ReferenceEquals(open.GetValueOrDefault(r.List), r)))
        {
            foreach (var (kind, day) in row.Events)
            {
                if (row.List <= 5 && day < needStart) continue;
                if (kind == CaseEventKind.Conference && day > asOf) continue;
                if (!events.TryGetValue(kind, out var known) || known < day) events[kind] = day;
            }
        }

        return events;
    }

    public static void Check(List<AnnexARow> child, DateOnly asOf, List<RowProblem> problems)
    {
        foreach (var row in child)
        {
            if (row.End < row.Start)
            {
                problems.Add(
                    new(row.Sheet, row.Row, EndHeader(row.List), Severity.Warning,
                    $"{row.End:dd/MM/yyyy} is before the start on {row.Start:dd/MM/yyyy}."));
            }

            if (row.Start > asOf)
            {
                problems.Add(
                    new(row.Sheet, row.Row, StartHeader(row.List), Severity.Warning,
                    $"{row.Start:dd/MM/yyyy} is after {asOf:dd/MM/yyyy}, the day of the file."));
            }

            foreach (var (kind, day) in row.Events.Where(e => e.Key != CaseEventKind.Conference && e.Value > asOf && e.Value != row.Start))
            {
                problems.Add(
                    new(row.Sheet, row.Row, Header(kind), Severity.Warning,
                    $"{day:dd/MM/yyyy} is after {asOf:dd/MM/yyyy}, the day of the file."));
            }
        }
    }

    private static string StartHeader(int list) => list switch
    {
        3 => "Date of Referral",
        4 => "Continuous Assessment Start Date",
        5 => "Strategy discussion initiating Section 47 Enquiry Start Date",
        6 => "CIN Start Date",
        7 => "Child Protection Plan Start Date",
        _ => "Date Started to be Looked After",
    };

    private static string EndHeader(int list) => list switch
    {
        4 => "Continuous Assessment Date of Authorisation",
        5 => "Date of Initial Child Protection Conference",
        6 => "CIN Closure Date",
        7 => "Child Protection Plan End Date",
        _ => "Date Ceased to be Looked After",
    };

    private static string Header(CaseEventKind kind) => kind switch
    {
        CaseEventKind.PlanVisit => "Date of the Last Statutory Visit",
        CaseEventKind.PlanReview => "Date of latest review conference",
        CaseEventKind.ChildSeen => "Date Child Was Last Seen",
        CaseEventKind.CareReview => "Date of Latest Statutory Review",
        CaseEventKind.CareVisit => "Date of Last Social Work Visit",
        CaseEventKind.LegalStatus => "Start date of current legal status",
        CaseEventKind.PlacementMove => "Start Date of Most Recent Placement",
        CaseEventKind.PathwayReview => "Latest Pathway Plan Review Date",
        _ => "",
    };
}
