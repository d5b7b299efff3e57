namespace Fairload.App.Demo;

/// <summary>Names of people who do not exist, from the families of names that an English department holds.</summary>
internal sealed class DemoNames(DemoDice dice)
{
    private sealed record Origin(double Weight, string[] Given, string[] Family, string[] Languages);

    private static string[] Words(string words) => words.Split(' ');

    private static readonly Origin[] Origins =
    [
        new(0.50,
            Words("Alice Amy Andrew Anna Barbara Beth Bryony Callum Carol Catherine Charlotte Chloe Claire Daniel David Deborah Diane " +
                "Donna Eleanor Emily Emma " +
                "Fiona Gareth Gemma George Georgia Hannah Harriet Heather Helen Holly Isobel Jack Jacqueline James Jane Jennifer " +
                "Joanne Jodie Karen Kate Kelly Kirsty " +
                "Laura Leanne Lorna Louise Lucy Martin Matthew Megan Michelle Natalie Nicola Oliver Paul Rachel Rebecca Robert Rosie " +
                "Ruth Sally Sam Sarah Shannon " +
                "Simon Sophie Stephanie Steven Susan Tamsin Thomas Tracey Vicky Wendy Zoe"),
            Words("Abbott Ainsworth Appleyard Ashdown Atkin Bagshaw Barlow Bramhall Braithwaite Carver Chadwick Clegg Cotterill " +
                "Crowther Dawlish Denby Dyson " +
                "Eastwood Ellwood Entwistle Fairclough Fernyhough Garside Goodall Gosling Greenhalgh Hallam Hargreaves Haworth Hebden " +
                "Holroyd Ibbotson Illingworth " +
                "Jagger Kershaw Kitching Langford Lister Lofthouse Marsden Mellor Midgley Naylor Nuttall Oldroyd Ormerod Parkin " +
                "Peverell Pickles Priestley Quarmby " +
                "Radcliffe Ramsbottom Rigby Sallis Scholes Shackleton Sugden Sutcliffe Tattersall Thackray Threlfall Turnbull " +
                "Underwood Varley Wadsworth Whitaker " +
                "Whitham Wigglesworth Woodhead Wrigley Yardley Yates"), []),
        new(0.05, ["Aoife", "Ciarán", "Niamh", "Siobhán", "Róisín", "Pádraig", "Sinéad", "Eoin", "Gráinne", "Fionnuala", "Declan", "Oisín"],
            ["O'Shea", "O'Dowd", "O'Rourke", "Ó Briain", "Gallagher", "Kinsella", "Mac Giolla", "Brennan", "Devaney", "O'Malley"],
            ["Irish"]),
        new(0.04, ["Siân", "Rhiannon", "Gwenllian", "Iolo", "Llŷr", "Angharad", "Bethan", "Emyr", "Tomos", "Nerys"],
            ["Prydderch", "Cadwaladr", "Bowen", "Gwilym", "Penry", "Rhydderch", "Morgan", "Llewelyn", "Tudor", "Vaughan"], ["Welsh"]),
        new(0.05, ["Małgorzata", "Agnieszka", "Zofia", "Paweł", "Łukasz", "Katarzyna", "Michał", "Elżbieta", "Joanna", "Grzegorz"],
            ["Wiśniewska", "Zając", "Kaczmarek", "Wójcik", "Szymańska", "Dąbrowski", "Sikora", "Król", "Pawlak", "Nowicka"], ["Polish"]),
        new(0.11, Words("Aisha Bilal Deepa Farah Gurpreet Harjit Imran Jasleen Kavita Meera Nadia Nasreen Parveen Priya Rajesh " +
            "Rukhsana Sanjay Shabana Tahira Yusuf"),
            Words("Ahluwalia Akhtar Bains Begum Chaudhry Dhaliwal Ghani Hussain Iqbal Joshi Kaur Khatun Mahmood Mistry Nair Patel " +
                "Qureshi Rehman Sandhu Solanki"),
            ["Urdu", "Punjabi", "Gujarati", "Bengali", "Hindi"]),
        new(0.10, ["Adaeze", "Abena", "Babajide", "Chidi", "Chiamaka", "Efua", "Folasade", "Grace", "Kwabena", "Mercy", "Ngozi",
            "Oluwaseun", "Rutendo", "Tendai", "Yaw"],
            ["Adeyemi", "Adjei", "Agyeman", "Balogun", "Chikwanha", "Dlamini", "Eze", "Mensah", "Moyo", "Ncube", "Nkrumah", "Okafor",
                "Olawale", "Osei", "Sibanda"],
            ["Yoruba", "Igbo", "Twi", "Shona"]),
        new(0.06, Words("Alton Beverley Carlton Coral Delroy Errol Jevaughn Marcia Merlene Nadine Sharon Shanice Winston Yvonne"),
            Words("Bartley Campbell-Reid Dacosta Edwards-Cole Fearon Gayle Heslop Lindo McFarlane Nembhard Pinnock Samuda"), []),
        new(0.03, ["Mei Ling", "Wai Yee", "Jun", "Xiaoyan", "Ka Ho", "Siu Fong", "Jing", "Lok Yan"],
            ["Cheung", "Leung", "Zhou", "Tsang", "Lü", "Fong", "Kwok", "Xu"], ["Cantonese", "Mandarin"]),
        new(0.03, ["Yasmin", "Leyla", "Omar", "Zeynep", "Samira", "Hassan", "Hodan", "Abdirahman"],
            ["Al-Hakim", "Çelik", "Farah", "Haddad", "Özdemir", "Warsame", "Yılmaz", "Nur"], ["Arabic", "Turkish", "Somali", "Kurdish"]),
        new(0.03, ["Ana Sofía", "Joana", "Ștefan", "Ioana", "José", "Inês", "Mihaela", "Beatriz"],
            ["Fernández", "Gonçalves", "Ionescu", "Conceição", "Muñoz", "Dumitrescu", "Peña", "Țurcanu"],
            ["Portuguese", "Spanish", "Romanian"]),
    ];

    private static readonly double[] Weights = [.. Origins.Select(o => o.Weight)];

    private readonly HashSet<string> _taken = [];

    /// <summary>A name that nobody in this council has yet.</summary>
    public DemoName New()
    {
        for (var tries = 0; ; tries++)
        {
            var origin = Origins[dice.Weighted(Weights)];
            var family = dice.Pick(origin.Family);
            // Double-barrelled: a few by chance, and all where the single names have run out.
            if (dice.Chance(0.05) || tries > 3) family = $"{family}-{dice.Pick(Origins[0].Family)}";
            var name = new DemoName(dice.Pick(origin.Given), family, origin.Languages.Length > 0 && dice.Chance(0.6)
                ? dice.Pick(origin.Languages) : "");
            if (_taken.Add(name.Full)) return name;
            if (tries > 40) return name with { Given = $"{name.Given} {(char)('A' + dice.Below(26))}." };
        }
    }

    /// <summary>A family name to have been born with.</summary>
    public string Maiden() => dice.Pick(Origins[dice.Weighted(Weights)].Family);
}

/// <summary>A name in its two parts, and the language beside English that its bearer speaks, if any.</summary>
internal sealed record DemoName(string Given, string Family, string Language)
{
    public string Full => $"{Given} {Family}";
}
