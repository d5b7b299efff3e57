using System.Globalization;
using System.Text;
using System.Xml;
using Fairload.App.Imports.Sheets;
using Fairload.Core.Imports;
using Fairload.Core.Workforce.Census;

namespace Fairload.App.Workforce.Census;

/// <summary>One worker of the file, and the line on which it begins.</summary>
public sealed record CensusPerson(int Line, CensusFacts Facts);

/// <summary>What a workforce census says.</summary>
/// <param name="Vacancies">Vacant posts of the whole council, in FTE, as it counts them itself; null where it does not say.</param>
public sealed record CensusRead(int Year, decimal? Vacancies, IReadOnlyList<CensusPerson> People, IReadOnlyList<RowProblem> Problems);

/// <summary>
/// Reads the children's social work workforce census leniently: elements in any order, of any year, unknown ones listed. A file that
/// declares entities is refused unread, and one that is larger than the council's limits.
/// </summary>
public static class CensusReader
{
    public const string Worker = "CSWWWorker";
    private const int MostWorkers = 100_000;

    /// <summary>In the file and not kept: protected characteristics, and what nothing here needs.</summary>
    private static readonly HashSet<string> NotKept = new(StringComparer.OrdinalIgnoreCase)
    {
        "PersonBirthDate", "GenderCurrent", "Gender", "Sex", "Ethnicity", "QualInst", "QualLevel", "PersonIdentifier", "SWEName",
            "FTEReason",
    };

    public static Result<CensusRead> Read(Stream file, string name, SheetLimits limits, DateOnly today)
    {
        if (file.Length > limits.FileBytes)
            return new Problem("file", $"{name} is larger than {limits.FileBytes / 1024 / 1024} MB, which is the most that is read. Split it, or ask your administrator to raise the limit");
        try
        {
            file.Position = 0;
            var settings = new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = limits.UnpackedBytes,
                MaxCharactersFromEntities = 1024,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
                IgnoreWhitespace = true,
                CloseInput = false,
            };
            using var xml = XmlReader.Create(file, settings);
            return new Reading(xml, name, today).Whole();
        }
        catch (XmlException) when (Declares(file))
        {
            return new Problem("file", $"{name} declares a document type or entities. No census needs them, and they can be used to do harm, so it was not read. Export it anew from the census system");
        }
        catch (XmlException fault)
        {
            return new Problem("file", $"{name} is no XML that can be read: look at line {fault.LineNumber}. Export it anew from the census system");
        }
    }

    private static bool Declares(Stream file)
    {
        file.Position = 0;
        using var text = new StreamReader(file, Encoding.UTF8, true, 4096, leaveOpen: true);
        var start = new char[64 * 1024];
        var read = text.ReadBlock(start, 0, start.Length);
        return new string(start, 0, read).Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase);
    }

    private sealed class Reading(XmlReader xml, string name, DateOnly today)
    {
        private readonly List<RowProblem> _problems = [];
        private readonly List<CensusPerson> _people = [];
        private readonly Dictionary<string, int> _unknown = new(StringComparer.OrdinalIgnoreCase);
        private int? _year;
        private decimal? _vacancies;

        private int Line => xml is IXmlLineInfo info ? info.LineNumber : 0;

        public Result<CensusRead> Whole()
        {
            xml.MoveToContent();
            if (xml.LocalName != "Message") return NoCensus();
            Children(element =>
            {
                switch (element)
                {
                    case "Header":
                        Children(Header);
                        break;
                    case "LALevelVacancies":
                        Children(Vacancies);
                        break;
                    case Worker:
                        Person();
                        break;
                    default:
                        Unknown("", element);
                        break;
                }
            });
            if (_people.Count == 0) return NoCensus();
            if (_year is not { } year)
                return new Problem("file", $"{name} does not say of which year it is: the element Year, or ReferenceDate, is missing or no year. Export it anew from the census system");
            foreach (var (path, count) in _unknown.OrderBy(u => u.Key, StringComparer.Ordinal))
                _problems.Add(new("Message", null, path, Severity.Warning, $"The element {path} is not known here ({count} times). It was passed over."));
            return new CensusRead(year, _vacancies, _people, _problems);
        }

        private Problem NoCensus() =>
            new("file", $"{name} is no workforce census: it needs an element Message with a CSWWWorker for each worker");

        private void Header(string element)
        {
            if (element == "CollectionDetails") Children(Collection);
            else if (element == "Source" || element == "Content") xml.Skip();
            else Unknown("Header", element);
        }

        private void Collection(string element)
        {
            switch (element)
            {
                case "Year":
                    _year = Year(Text()) ?? _year;
                    break;
                case "ReferenceDate":
                    var day = Text();
                    _year ??= Year(day[..Math.Min(4, day.Length)]);
                    break;
                case "Collection":
                    xml.Skip();
                    break;
                default:
                    Unknown("CollectionDetails", element);
                    break;
            }
        }

        private int? Year(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year is > 2009 && year <= today.Year + 1 ? year : null;

        private void Vacancies(string element)
        {
            switch (element)
            {
                case "NumberOfVacancies":
                    _vacancies = Number("NumberOfVacancies", Text(), 0, 100_000);
                    break;
                case "NoAgencyFTE" or "NoAgencyHeadcount":
                    xml.Skip();
                    break;
                default:
                    Unknown("LALevelVacancies", element);
                    break;
            }
        }

        private void Person()
        {
            var line = Line;
            if (_people.Count >= MostWorkers) throw new XmlException("Too many workers.", null, line, 0);
            var fields = new Dictionary<string, List<string>>(StringComparer.OrdinalIgnoreCase);
            Children(element =>
            {
                if (NotKept.Contains(element))
                {
                    xml.Skip();
                    return;
                }

                if (!CensusFields.Known.Contains(element))
                {
                    Unknown(Worker, element);
                    return;
                }

                var text = Text();
                if (text.Length == 0) return;
                if (!fields.TryGetValue(element, out var values)) fields[element] = values = [];
                values.Add(text);
            });
            _people.Add(new(line, new CensusFields(fields, line, _problems, today).Facts()));
        }

        /// <summary>Each child element once, with the reader on it; whoever is called reads it to its end.</summary>
        private void Children(Action<string> child)
        {
            if (xml.IsEmptyElement)
            {
                xml.Read();
                return;
            }

            var depth = xml.Depth;
            xml.Read();
            while (!(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
            {
                if (xml.EOF) return;
                if (xml.NodeType == XmlNodeType.Element) child(xml.LocalName);
                else xml.Read();
            }

            xml.Read();
        }

        /// <summary>Text of an element without children; what has children is passed over.</summary>
        private string Text()
        {
            if (xml.IsEmptyElement)
            {
                xml.Read();
                return "";
            }

            var (depth, text) = (xml.Depth, new StringBuilder());
            while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
                if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && xml.Depth == depth + 1) text.Append(xml.Value);

            xml.Read();
            return Written.Clean(text.ToString());
        }

        private void Unknown(string under, string element)
        {
            var path = under.Length == 0 ? element : $"{under}/{element}";
            _unknown[path] = _unknown.GetValueOrDefault(path) + 1;
            xml.Skip();
        }

        private decimal? Number(string element, string text, decimal least, decimal most)
        {
            var isNumber = decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number);
            if (isNumber && number >= least && number <= most) return number;
            _problems.Add(new("Message", Line, element, Severity.Error, $"{Written.Brief(text)} is no number from {least} to {most}. It was read as blank."));
            return null;
        }
    }
}
