using System.Globalization;
using Fairload.Core.Imports;
using Fairload.Core.Workforce.Census;

namespace Fairload.App.Workforce.Census;

/// <summary>The elements of one worker, read with their ranges and codes. What can not be read is listed and left blank.</summary>
internal sealed class CensusFields(Dictionary<string, List<string>> values, int line, List<RowProblem> problems, DateOnly today)
{
    private static readonly string[] Numbers = ["SWENo", "SWENumber", "HCPCNo"];
    private static readonly HashSet<string> Reasons = ["MAT", "OTH", "PUB", "SIC", "TRN", "UNA", "UNP"];

    /// <summary>Whatever year, in any order, in any letters.</summary>
    public static HashSet<string> Known { get; } = new(StringComparer.OrdinalIgnoreCase)
    {
        "SWENo", "SWENumber", "HCPCNo", "AgencyWorker", "FTE", "FTE30", "OrgRole", "RoleStartDate", "RoleEndDate", "StartOrigin",
        "LeaverDestination", "ReasonLeave", "Cases30", "WorkingDaysLost", "ContractWeeks", "Absat30Sept", "ReasonAbsence", "CFKSSstatus",
        "StepUpGrad", "FrontlineGrad",
    };

    public CensusFacts Facts()
    {
        var (began, ended) = (Date("RoleStartDate"), Date("RoleEndDate"));
        if (ended < began)
        {
            Fault("RoleEndDate", $"The end {ended:dd/MM/yyyy} is before the start {began:dd/MM/yyyy}. It was read as blank.");
            ended = null;
        }

        return new(
            Numbers.Select(Last).FirstOrDefault(n => n.Length > 0) ?? "", YesNo("AgencyWorker"), Number("FTE", 0, 1.5m, 6),
            Number("FTE30", 0, 1.5m, 6), Code("OrgRole", 6), began, ended, Code("StartOrigin", 10), Code("LeaverDestination", 9),
            Code("ReasonLeave", 10), (int?)Number("Cases30", 0, 10_000, 0), Number("WorkingDaysLost", 0, 366, 2),
            Number("ContractWeeks", 0, 5_000, 1), YesNo("Absat30Sept"), Codes("ReasonAbsence", Reasons.Contains),
            Codes("CFKSSstatus", c => c is "1" or "2" or "3" or "4"), YesNo("StepUpGrad"), YesNo("FrontlineGrad"));
    }

    private string Last(string element) => values.TryGetValue(element, out var all) ? all[^1] : "";

    private DateOnly? Date(string element)
    {
        if (Last(element) is not { Length: > 0 } text) return null;
        var isDate = DateOnly.TryParseExact(
            text[..Math.Min(10, text.Length)], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        if (isDate && day.Year > 1930 && day < today.AddYears(5)) return day;
        Fault(element, $"{Written.Brief(text)} is no date that can be meant. It was read as blank.");
        return null;
    }

    private decimal? Number(string element, decimal least, decimal most, int decimals)
    {
        if (Last(element) is not { Length: > 0 } text) return null;
        var isNumber = decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number);
        var isWhole = decimals > 0 || number == Math.Floor(number);
        if (isNumber && isWhole && number >= least && number <= most) return Math.Round(number, decimals);
        Fault(element, $"{Written.Brief(text)} is no number from {least} to {most}. It was read as blank.");
        return null;
    }

    private int? Code(string element, int most)
    {
        if (Last(element) is not { Length: > 0 } text) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code >= 1 && code <= most) return code;
        Fault(element, $"{Written.Brief(text)} is no code of the census. It was read as blank.");
        return null;
    }

    private bool? YesNo(string element)
    {
        switch (Last(element).ToLowerInvariant())
        {
            case "":
                return null;
            case "1" or "true":
                return true;
            case "0" or "false":
                return false;
            default:
                Fault(element, $"{Written.Brief(Last(element))} is no code of the census. It was read as blank.");
                return null;
        }
    }

    /// <summary>May stand several times.</summary>
    private string Codes(string element, Func<string, bool> isCode)
    {
        if (!values.TryGetValue(element, out var all)) return "";
        var codes = all.Select(c => c.ToUpperInvariant()).Distinct().ToList();
        foreach (var wrong in codes.Where(c => !isCode(c)))
            Fault(element, $"{Written.Brief(wrong)} is no code of the census. It was read as blank.");
        return string.Join(' ', codes.Where(isCode).Order(StringComparer.Ordinal));
    }

    private void Fault(string element, FormattableString says) =>
        problems.Add(new(CensusReader.Worker, line, element, Severity.Error, says));
}
